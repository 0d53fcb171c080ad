import type { DockerfileDocument } from '../document.ts';
import { readImageReference, type ImageReference } from '../../workspace/imageReference.ts';
import type { StageReference } from '../model/stageReferences.ts';

/** More images than this are not asked for. */
const mostImages = 20;

/** The images that a file names, as it names them; those of `FROM` with the values of their variables. */
export function namedImages({ stages, references }: DockerfileDocument): string[] {
  const bases = stages.flatMap(({ base, parent }) => (base === undefined || parent !== undefined ? [] : [base]));
  const others = references.flatMap((reference) => (imageOf(reference) === undefined ? [] : [reference.text]));
  const names = new Set([...bases, ...others].filter((name) => name !== 'scratch' && readImageReference(name)));
  return [...names].slice(0, mostImages);
}

/** The image that a place names as it is written; `undefined` for stages, `scratch`, and names with a variable. */
export function imageOf({ text, stage, kind, step }: StageReference): ImageReference | undefined {
  if (stage !== undefined || text === 'scratch' || text.includes('$')) return undefined;
  // A number is a stage's, even of a file that has fewer; an `ONBUILD` may name stages of another file.
  if (kind !== 'from' && (/^\d+$/.test(text) || step.onbuild !== undefined)) return undefined;
  return readImageReference(text);
}
