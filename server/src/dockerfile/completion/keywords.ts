import { CompletionItemKind } from 'vscode-languageserver-types';
import type { InstructionReference } from '../reference/instruction.ts';
import { instructions } from '../reference/instructions.data.ts';
import { casingOf } from './casing.ts';
import type { KeywordCursor } from './cursor.ts';
import { escapeSnippet } from './items.ts';
import type { Scene } from './scene.ts';

/** Instructions whose first argument is completed, too. */
const completed = new Set([
  'ADD',
  'ARG',
  'COPY',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'ONBUILD',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'WORKDIR',
]);

/** Instructions that may stand at the cursor: the keyword alone, and whole ways to write it. */
export function offerKeywords({ document, items, again }: Scene, { token, trigger, alone }: KeywordCursor): void {
  const cased = casingOf(document, token.start);
  const eol = document.content.includes('\r\n') ? '\r\n' : '\n';
  const escape = escapeSnippet(document.parsed.escape);
  const headless = !trigger && isBeforeFirstFrom(document, token.start);
  instructions.forEach((instruction, index) => {
    const { name, summary, doc, snippets, deprecated } = instruction;
    if (!mayStand(instruction, { trigger, headless })) return;
    const about = { detail: deprecated ?? summary, doc, deprecated: deprecated !== undefined };
    const keyword = cased(name);
    items.add({
      label: keyword,
      kind: CompletionItemKind.Keyword,
      ...(alone && { snippet: `${keyword} `, command: completed.has(name) ? again : undefined }),
      ...about,
      rank: rank(instruction, index, 0),
    });
    if (!alone || deprecated !== undefined) return;
    for (const { label, text, doc: more } of snippets)
      items.add({
        label: `${keyword}${label.slice(name.length).replace(/\b(AS|CMD|NONE)\b/, cased)}`,
        kind: CompletionItemKind.Snippet,
        snippet: `${keyword} ${text
          .replaceAll('\\\\\n', `${escape}\n`)
          .replaceAll('\n', eol)
          .replace(/\b(AS|CMD|NONE)\b/, cased)}`,
        ...about,
        doc: more === undefined ? doc : `${more}\n\n${doc}`,
        rank: rank(instruction, index, 1),
      });
  });
}

function mayStand(
  { name, neverTrigger }: InstructionReference,
  { trigger, headless }: { readonly trigger: boolean; readonly headless: boolean },
): boolean {
  if (trigger) return neverTrigger !== true;
  return !headless || name === 'FROM' || name === 'ARG';
}

/** The usual ones first, the obsolete one last; snippets come after all keywords. */
function rank({ deprecated }: InstructionReference, index: number, base: number): number {
  if (deprecated !== undefined) return 9;
  return base * 2 + (index < 4 ? 1 : 2);
}

/** Nothing but `ARG` stands above. When something else does, the `FROM` is what is broken. */
function isBeforeFirstFrom({ parsed }: Scene['document'], offset: number): boolean {
  return parsed.instructions.every(({ keyword, start }) => start >= offset || keyword.toUpperCase() === 'ARG');
}
