import type { DocumentLink } from 'vscode-languageserver-types';
import type { Files } from '../../language.ts';
import { contextFiles } from '../../workspace/context.ts';
import { imagePage } from '../../workspace/imagePage.ts';
import type { DockerfileDocument } from '../document.ts';
import { mountsOf } from '../model/mounts.ts';
import type { Span } from '../model/name.ts';
import type { Step } from '../model/step.ts';

/** Images lead to their page in a registry, what `COPY`, `ADD` and bind mounts take from the context to the file. */
export async function provideLinks(document: DockerfileDocument, files?: Files): Promise<DocumentLink[]> {
  return [...images(document), ...(files ? await sources(document, files) : [])];
}

function images(document: DockerfileDocument): DocumentLink[] {
  const { references, parsed } = document;
  const found = references.flatMap(({ kind, step, text, start, end, stage }): (Span & { text: string })[] => {
    if (stage !== undefined) return [];
    // A number that is no stage's is no image either.
    const name = kind === 'from' ? step.stage.base : /[$]|^\d+$/.test(text) ? undefined : text;
    return name === undefined ? [] : [{ text: name, start, end }];
  });
  for (const { line, text } of parsed.head) {
    const [, lead = '', image = ''] = /^(syntax\s*=\s*)(\S+)$/i.exec(text) ?? [];
    if (image === '') continue;
    const begin = document.text.offsetAt({ line, character: 0 });
    const at = document.content.indexOf(text, begin) + lead.length;
    found.push({ text: image, start: at, end: at + image.length });
  }
  return found.flatMap(({ text, start, end }) => {
    const target = imagePage(text);
    return target === undefined ? [] : [{ range: document.range({ start, end }), target, tooltip: text }];
  });
}

async function sources(document: DockerfileDocument, files: Files): Promise<DocumentLink[]> {
  const { uri, steps } = document;
  const find = contextFiles(uri, files);
  const own = steps.filter(({ onbuild }) => !onbuild);
  const paths = [...own.flatMap((step) => copied(step)), ...own.flatMap((step) => bound(step))];
  const plain = paths.filter(({ text }) => text !== '' && !/[$*?[\]<]|^[\w+.-]+:|^git@/.test(text));
  const links = await Promise.all(
    plain.map(async ({ text, start, end }): Promise<DocumentLink[]> => {
      const target = await find(text);
      return target === undefined ? [] : [{ range: document.range({ start, end }), target }];
    }),
  );
  return links.flat();
}

function copied(step: Step): (Span & { readonly text: string })[] {
  if ((step.name !== 'COPY' && step.name !== 'ADD') || step.flag('from')) return [];
  if (step.json === undefined) return step.words.slice(0, -1);
  return step.json.slice(0, -1).map(({ text, start, end }) => ({ text, start: start + 1, end: end - 1 }));
}

function bound(step: Step): (Span & { readonly text: string })[] {
  if (step.name !== 'RUN') return [];
  return mountsOf(step).flatMap(({ type, from, source, sourceRange }) =>
    type === 'bind' && from === undefined && source !== undefined && sourceRange
      ? [{ text: source, ...sourceRange }]
      : [],
  );
}
