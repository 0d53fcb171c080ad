import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from './until.ts';

/** Inside VS Code: a file of its own, opened in an editor, closed and deleted when `use` is done. */
export async function withFile<T>(
  { name, text }: { readonly name: string; readonly text: string },
  use: (document: vscode.TextDocument) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-file-'));
  const uri = vscode.Uri.file(join(folder, name));
  try {
    await writeFile(uri.fsPath, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return await use(document);
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Our diagnostics of a document, once there are any that `wanted` accepts. */
export async function diagnostics(
  { uri }: vscode.TextDocument,
  wanted: (all: readonly vscode.Diagnostic[]) => boolean = (all) => all.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  const ours = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'gantry');
  await until(`diagnostics of ${uri.path}`, () => wanted(ours()));
  return ours();
}

/** The upstream names and the id of a diagnostic. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
