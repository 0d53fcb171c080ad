import { homedir } from 'node:os';
import { Uri, window, workspace } from 'vscode';
import { Disposables } from '../../lifecycle.ts';
import type { InputOptions, PickPathOptions } from '../ui.ts';

/** A line of text; the box stays until it is valid or dismissed, also when another window takes the focus. */
export async function input(options: InputOptions): Promise<string | undefined> {
  const disposables = new Disposables();
  const box = disposables.add(window.createInputBox());
  box.title = options.title;
  box.prompt = options.prompt;
  box.placeholder = options.placeholder;
  box.password = options.password ?? false;
  box.value = options.value ?? '';
  box.step = options.step?.current;
  box.totalSteps = options.step?.total;
  box.ignoreFocusOut = true;
  try {
    return await new Promise<string | undefined>((resolve) => {
      const isValid = (): boolean => {
        box.validationMessage = options.validate?.(box.value);
        return box.validationMessage === undefined;
      };
      disposables.add(box.onDidChangeValue(isValid));
      disposables.add(box.onDidAccept(() => isValid() && resolve(box.value)));
      disposables.add(box.onDidHide(() => resolve(undefined)));
      box.show();
    });
  } finally {
    disposables.dispose();
  }
}

/** A path on the extension's machine, by the editor's own dialog. */
export async function pickPath({ title, kind, start, name = '' }: PickPathOptions): Promise<string | undefined> {
  if (kind === 'newFile') {
    const folder = start === undefined ? undefined : Uri.file(start);
    const near = folder ?? workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir());
    // A name from the engine is data: one that has a slash must not lead into another folder.
    const defaultUri = Uri.joinPath(near, name.replaceAll(/[/\\:]/gu, '-'));
    return (await window.showSaveDialog({ title, saveLabel: 'Save', defaultUri }))?.fsPath;
  }
  const picked = await window.showOpenDialog({
    title,
    openLabel: 'Choose',
    canSelectFiles: kind === 'file',
    canSelectFolders: kind === 'folder',
    canSelectMany: false,
    ...(start === undefined ? {} : { defaultUri: Uri.file(start) }),
  });
  return picked?.[0]?.fsPath;
}
