import { CompletionItemKind } from 'vscode-languageserver-types';
import { chain, type Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { knownText } from '../model/knownText.ts';
import type { Scene } from './scene.ts';

/** A path in the image that the file itself makes or names. */
export interface ContainerPath {
  readonly path: string;
  readonly doc: string;
}

/** What a stage has put where, up to an offset: its `WORKDIR`s, and where it copies to. Absolute paths. */
export function containerPaths(
  { document }: Pick<Scene, 'document'>,
  { stage, before = Number.POSITIVE_INFINITY }: { readonly stage: Stage; readonly before?: number },
): { readonly workdir: string; readonly paths: readonly ContainerPath[] } {
  let workdir = '/';
  const paths = new Map<string, ContainerPath>();
  const note = (path: string, step: Step): void => {
    const doc = `\`${step.name}\` in line ${step.startLine + 1}`;
    if (path !== '/' && !paths.has(path)) paths.set(path, { path, doc });
  };
  for (const at of chain(stage).toReversed())
    for (const step of at.steps) {
      if (at === stage && step.start >= before) break;
      if (step.name === 'WORKDIR') {
        workdir = resolved(workdir, expanded(step, step.argument.text, document));
        note(workdir, step);
      } else if (step.name === 'COPY' || step.name === 'ADD') {
        const words = step.json ?? step.words;
        const target = words.length > 1 ? words.at(-1)?.text : undefined;
        if (target !== undefined) note(resolved(workdir, expanded(step, target, document)), step);
      }
    }
  return { workdir, paths: [...paths.values()].filter(({ path }) => !path.includes('$')) };
}

function expanded(step: Step, text: string, document: Scene['document']): string {
  if (!text.includes('$')) return text;
  const scope = document.values.at(step);
  return knownText(text, { escape: step.escape, lookup: (name) => scope.get(name) }) ?? text;
}

/** A path as seen from a folder, without `.` and `..`; a final `/` stays. */
export function resolved(workdir: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${workdir}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}${parts.length > 0 && /[^/.]\/$/.test(path) ? '/' : ''}`;
}

/** Offers the paths of a stage, the latest first. */
export function offerContainerPaths(
  { items }: Scene,
  paths: readonly ContainerPath[],
  { rank, folders = false }: { readonly rank: number; readonly folders?: boolean },
): void {
  for (const { path, doc } of paths.toReversed())
    items.add({
      label: folders ? path.replace(/(?!^)\/$/, '') : path,
      kind: CompletionItemKind.Folder,
      doc,
      rank,
    });
}

/** Folders that images commonly have. */
export const usualFolders: readonly ContainerPath[] = [
  { path: '/usr/local/bin/', doc: 'Programs of one’s own' },
  { path: '/etc/', doc: 'Configuration' },
  { path: '/app/', doc: 'Often the application' },
];
