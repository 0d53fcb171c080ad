import type { Location } from 'vscode-languageserver-types';
import type { BuildUse } from '../../language.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Name } from '../model/name.ts';

/** Where compose files name a stage as their `target`, or give a build argument a value. */
export function builtPlaces(document: DockerfileDocument, name: Name, builds: readonly BuildUse[]): Location[] {
  if (builds.length === 0 || name.text === '') return [];
  if (name.kind === 'stage') {
    const wanted = name.text.toLowerCase();
    return builds.flatMap(({ uri, target }) =>
      target?.text.toLowerCase() === wanted ? [{ uri, range: target.range }] : [],
    );
  }
  if (name.kind !== 'variable' || !isArgument(document, name)) return [];
  return builds.flatMap(({ uri, args }) =>
    args.filter(({ text }) => text === name.text).map(({ range }) => ({ uri, range })),
  );
}

/** An `ENV` is not what `args` gives a value to. */
function isArgument(document: DockerfileDocument, { occurrences }: Name): boolean {
  return occurrences.some(({ kind, start }) => kind !== 'read' && document.stepAt(start)?.name === 'ARG');
}
