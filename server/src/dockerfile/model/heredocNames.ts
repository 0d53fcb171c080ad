import type { DockerfileDocument } from '../document.ts';
import type { Heredoc } from './heredoc.ts';
import { isWithin, type Name, type Span } from './name.ts';

/** The here-document that begins or ends with the name at an offset. */
export function heredocNameAt({ parsed, content }: DockerfileDocument, offset: number): Name | undefined {
  const owner = parsed.instructions.find(({ start, end }) => start <= offset && offset <= end);
  for (const heredoc of owner?.heredocs ?? []) {
    const opening = openingName(heredoc, content);
    const closing = closingName(heredoc, content);
    const at = [opening, closing].find((place) => place !== undefined && isWithin(place, offset));
    if (at === undefined || opening === undefined) continue;
    return {
      kind: 'heredoc',
      text: heredoc.name,
      at,
      definition: opening,
      occurrences: [{ ...opening, kind: 'declaration' }, ...(closing ? [{ ...closing, kind: 'read' as const }] : [])],
      ...(closing === undefined && { fixed: `The line that ends “${heredoc.name}” is missing.` }),
      refuses: (name) => refusal(heredoc, content, name),
    };
  }
  return undefined;
}

/** Without quotes; `undefined` where quotes or escapes stand inside the name. */
function openingName({ name, start, end }: Heredoc, content: string): Span | undefined {
  const at = content.slice(start, end).indexOf(name);
  return at < 0 ? undefined : { start: start + at, end: start + at + name.length };
}

function closingName({ closed, body, name, next }: Heredoc, content: string): Span | undefined {
  if (!closed) return undefined;
  const at = content.slice(body.end, next).indexOf(name);
  return { start: body.end + at, end: body.end + at + name.length };
}

function refusal({ body, name: old }: Heredoc, content: string, name: string): string | undefined {
  if (!/^[A-Za-z_][\w.-]*$/.test(name))
    return 'The name of a here-document begins with a letter or “_” and has letters, digits, “-”, “_” and “.” only.';
  const lines = content.slice(body.start, body.end).split(/\r?\n/);
  const ends = name !== old && lines.some((line) => line.replace(/^\t+/, '') === name);
  return ends ? `A line of the here-document is “${name}” already, and would end it.` : undefined;
}
