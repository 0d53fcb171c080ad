import { dirname } from 'node:path';
import { RelativePattern, Uri, workspace } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';

/** Milliseconds of quiet after a change of a file: somebody types. */
const quiet = 250;

/** Calls back after a change of a compose file or an env file, in the editor or on the disk beside that file. */
export function onProjectChange(path: string, listener: () => void): Disposable {
  const all = new Disposables();
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, quiet);
  };
  all.add({ dispose: () => clearTimeout(timer) });
  all.add(
    workspace.onDidChangeTextDocument(({ contentChanges, document: { fileName, languageId, uri } }) => {
      const concerns = languageId === 'dockercompose' || /\.ya?ml$|\.env\b/u.test(fileName);
      if (uri.scheme === 'file' && concerns && contentChanges.length > 0) changed();
    }),
  );
  const watcher = all.add(
    workspace.createFileSystemWatcher(new RelativePattern(Uri.file(dirname(path)), '{*.yml,*.yaml,*.env,.env*}')),
  );
  for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) all.add(event(changed));
  return all;
}
