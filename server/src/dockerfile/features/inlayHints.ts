import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';

/** What a `FROM` with variables names when nothing is given from outside, and which stage a number means. */
export function provideInlayHints(document: DockerfileDocument, range: Range): InlayHint[] {
  const { text } = document;
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  const hint = (at: number, label: string, tooltip: string): InlayHint[] =>
    at < start || at > end ? [] : [{ position: text.positionAt(at), label, tooltip, paddingLeft: true }];
  const images = document.stages.flatMap(({ image, base }) =>
    image && base !== undefined && base !== '' && base !== image.text && image.text.includes('$')
      ? hint(image.end, `= ${base}`, 'With the values that the arguments have in this file')
      : [],
  );
  const numbers = document.references.flatMap(({ text: written, stage, end: at }) => {
    if (!stage || !/^\d+$/.test(written)) return [];
    const line = stage.from ? stage.from.startLine + 1 : 0;
    return hint(
      at,
      `= ${stage.name?.text ?? stage.base ?? stage.image?.text ?? ''}`,
      `The stage of line ${String(line)}`,
    );
  });
  return [...images, ...numbers];
}
