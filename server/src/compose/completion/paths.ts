import { CompletionItemKind } from 'vscode-languageserver-types';
import { pathIn } from '../../workspace/paths.ts';
import { escape, plainText } from './format.ts';
import type { Scene } from './scene.ts';

/** More names than anybody reads are not worth their time. */
const most = 500;

export interface PathOptions {
  /** What is typed of the path. */
  readonly typed: string;
  readonly quoted: boolean;
  /** Where it starts from; the folder of the file when absent. */
  readonly from?: string | undefined;
  /** Folders only. */
  readonly folders?: boolean;
  /** Names of files that are probably meant; they come first. */
  readonly likely?: RegExp;
  /** Written before the path: `- `. */
  readonly prefix?: string;
  /** Written after it, as a snippet: `:${1:/target}`. */
  readonly suffix?: string;
}

/** What is in the folder that is typed, on the disk; nothing where the disk may not be looked at. */
export async function offerPaths({ tools, items, folder, again }: Scene, options: PathOptions): Promise<void> {
  const { typed, quoted, from = '.', folders = false, likely, prefix = '', suffix = '' } = options;
  const written = typed.slice(0, typed.lastIndexOf('/') + 1);
  const path = folder === undefined ? undefined : pathIn(folder, from, written);
  if (!tools.files || path === undefined) return;
  const entries = await tools.files.list(path);
  const shown = entries
    .filter(({ name, kind }) => name !== '.git' && (kind === 'folder' || !folders))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, most);
  for (const { name, kind } of shown) {
    const isFolder = kind === 'folder';
    // A mount's source without a dot in front would be the name of a volume.
    const label = `${written === '' && suffix !== '' ? './' : written}${name}`;
    const rank = likely?.test(name) === true ? 1 : name.startsWith('.') ? 4 : 3;
    items.add({
      label: isFolder ? `${label}/` : label,
      kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
      snippet: `${prefix}${escape(quoted ? label : plainText(label))}${isFolder && suffix === '' ? '/' : suffix}`,
      rank,
      ...(isFolder && suffix === '' && again && { command: again }),
    });
  }
}
