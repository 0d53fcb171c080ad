import type { DocumentLink } from 'vscode-languageserver-types';
import type { LintContext } from '../../language.ts';
import type { ContextReader } from '../../workspace/contextFiles.ts';
import { cleanPath } from '../../workspace/dockerignore.ts';
import { imagePage } from '../../workspace/imagePage.ts';
import type { DockerfileDocument } from '../document.ts';
import { mountsOf } from '../model/mounts.ts';
import type { Span } from '../model/name.ts';
import type { Step } from '../model/step.ts';

export interface LinkOptions {
  /** Absent where the disk may not be looked at. */
  readonly contexts: ContextReader | undefined;
  readonly dockerignore: LintContext['dockerignore'];
}

/** Images lead to their page in a registry, what `COPY`, `ADD` and bind mounts take from the context to the file. */
export async function provideLinks(
  document: DockerfileDocument,
  { contexts, dockerignore }: LinkOptions,
): Promise<DocumentLink[]> {
  return [...images(document), ...(contexts ? await sources(document, { contexts, dockerignore }) : [])];
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

async function sources(
  document: DockerfileDocument,
  { contexts, dockerignore }: LinkOptions & { readonly contexts: ContextReader },
): Promise<DocumentLink[]> {
  const { uri, steps } = document;
  const own = steps.filter(({ onbuild }) => !onbuild);
  const spans = [...own.flatMap((step) => copied(step)), ...own.flatMap((step) => bound(step))].flatMap((span) => {
    const path = inContext(span.text);
    return path === undefined ? [] : [{ ...span, path }];
  });
  const files = await contexts.files({ uri, dockerignore, paths: spans.map(({ path }) => path) });
  return spans.flatMap(({ path, start, end }) => {
    const target = files.get(path);
    return target === undefined ? [] : [{ range: document.range({ start, end }), target }];
  });
}

/** The path in the context; `undefined` for patterns, variables, here-documents, URLs, and what leads out of it. */
function inContext(text: string): string | undefined {
  if (text === '' || /[$*?[\]<]|^[\w+.-]+:|^git@/.test(text)) return undefined;
  const path = cleanPath(text).replace(/^\/+/, '');
  return path === '' || path === '.' || path.split('/').includes('..') ? undefined : path;
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
