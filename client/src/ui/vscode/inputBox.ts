import { Uri, window } from 'vscode';
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
export async function pickPath({ title, kind, start }: PickPathOptions): Promise<string | undefined> {
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
