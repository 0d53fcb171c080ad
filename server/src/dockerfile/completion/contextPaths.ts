import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Scene } from './scene.ts';

/** More names than anybody reads are not worth their time. */
const most = 500;

/** Files and folders of the build context below what is typed; what `.dockerignore` leaves out is not there. */
export async function offerContextPaths(
  scene: Scene,
  { rank, blanks = false }: { readonly rank: number; readonly blanks?: boolean },
): Promise<void> {
  const { items, files, folder, ignored = () => false, again } = scene;
  const typed = items.token.typed.replace(/^["']/, '');
  const written = typed.slice(0, typed.lastIndexOf('/') + 1);
  const below = contextFolder(written);
  if (!files || folder === undefined || below === undefined) return;
  const entries = await files.list(below === '' ? folder : `${folder}/${below}`);
  const shown = entries
    .filter(({ name }) => (blanks || !/\s/.test(name)) && !ignored(below === '' ? name : `${below}/${name}`))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, most);
  for (const { name, kind } of shown) {
    const isFolder = kind === 'folder';
    const label = `${written}${name}${isFolder ? '/' : ''}`;
    items.add({
      label,
      kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
      rank: rank + (name.startsWith('.') ? 1 : 0),
      command: isFolder ? again : undefined,
    });
  }
}

/** The folder in the context that a path names; `undefined` for what has a pattern or a variable in it. */
function contextFolder(written: string): string | undefined {
  if (/[*?[\]$]/.test(written)) return undefined;
  const parts: string[] = [];
  for (const part of written.split('/')) {
    // The context has nothing above it: `..` stays where it is, as in a build.
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
