import type { ExtensionContext } from 'vscode';
import { LanguageSupport } from './language/support.ts';
import { Disposables } from './lifecycle.ts';
import { VscodeUi } from './ui/vscodeUi.ts';

/** Builds everything and wires it, nothing else. */
export function activate(context: ExtensionContext): void {
  const all = new Disposables();
  context.subscriptions.push(all);
  const ui = all.add(new VscodeUi());
  all.add(new LanguageSupport({ extensionPath: context.extensionPath, ui, memory: context.workspaceState }));
}
