import type { CodeAction, Range } from 'vscode-languageserver-types';
import { wants } from '../../lint/actions.ts';
import type { ImageInUse } from '../../protocol/requests.ts';
import type { DockerfileDocument } from '../document.ts';
import { imageOf } from '../images/names.ts';
import { pinDigest, removeDigest } from '../images/pin.ts';

export interface CodeActionOptions {
  readonly range: Range;
  /** The kinds that the client asks for; all when absent. */
  readonly only?: readonly string[] | undefined;
  /** What the engine has of the file's images, as far as that is known. */
  readonly images?: ReadonlyMap<string, ImageInUse> | undefined;
}

const kind = 'refactor.rewrite';

/** For the image under the cursor: adds its digest when the engine knows it, or takes it away. */
export function provideCodeActions(
  document: DockerfileDocument,
  { range, only, images }: CodeActionOptions,
): CodeAction[] {
  if (!wants(kind, only)) return [];
  const [start, end] = [document.text.offsetAt(range.start), document.text.offsetAt(range.end)];
  return document.references.flatMap((place): CodeAction[] => {
    if (place.end < start || end < place.start || imageOf(place) === undefined) return [];
    const fix = pinDigest(document, place, images?.get(place.text)) ?? removeDigest(document, place);
    return fix ? [{ title: fix.title, kind, edit: { changes: { [document.uri]: [...fix.edits] } } }] : [];
  });
}
