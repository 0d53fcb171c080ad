import type { Gap } from '../format/layout.ts';
import { definitions } from '../references.ts';
import { plainOf } from '../run/plain.ts';
import { nodesOf } from '../yaml/find.ts';
import { lineEndAt, lineStartAt } from '../yaml/lines.ts';
import type { Entry, YamlNode } from '../yaml/node.ts';
import { colonAfter, columnOf, type Rewrite, type Site } from './rewrite.ts';

/** Moves what stands after a key of a service to the top, behind an anchor; other services that say the same share it. */
export function extractRewrites(entry: Entry, site: Site): Rewrite[] {
  const { document, part } = site;
  const { content } = document;
  const service = entry.parent?.parent;
  const services = part.root?.kind === 'mapping' ? part.root.get('services') : undefined;
  if (
    service?.kind !== 'entry' ||
    service.parent?.parent !== services ||
    !services ||
    !canMove(entry.value, services, site)
  )
    return [];
  const name = freeName(entry.key.text, site);
  const same = JSON.stringify(plainOf(entry.value, part.anchors));
  const shared = definitions(part, 'services').flatMap(({ value }) => {
    const other = value.kind === 'mapping' ? value.get(entry.key.text) : undefined;
    const equal =
      other && canMove(other.value, services, site) && JSON.stringify(plainOf(other.value, part.anchors)) === same;
    return equal ? [other] : [];
  });
  const at = aboveWithComments(content, lineStartAt(content, services.key.start));
  const edits = shared.map((each) => alias(each, name, site));
  const others = shared.length > 1 ? `, shared by ${String(shared.length)} services` : '';
  return [
    {
      title: `Extract ${entry.key.text} to x-${name}${others}`,
      edits: [{ start: at, end: at, text: moved(entry, { name, site }) }, ...edits],
    },
  ];
}

/** A block collection of some lines without names that are given among the services. */
function canMove(value: YamlNode, services: Entry, { part }: Site): boolean {
  if ((value.kind !== 'mapping' && value.kind !== 'sequence') || value.flow || value.anchor || value.tag !== undefined)
    return false;
  return [...nodesOf(value)].every((node) => {
    if (node.kind !== 'alias') return !node.anchor;
    const target = part.anchors.target(node);
    return target !== undefined && target.end <= services.start;
  });
}

function freeName(key: string, { part }: Site): string {
  const taken = new Set([
    ...part.anchors.names,
    ...(part.root?.kind === 'mapping' ? part.root.entries.map((entry) => entry.key.text.replace(/^x-/, '')) : []),
  ]);
  const base = key.replaceAll('_', '-');
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${String(number)}`;
  return name;
}

/** The lines of the value with their comments, below a key of the top level. */
function moved(
  { key, value }: Entry,
  { name, site: { document, style } }: { readonly name: string; readonly site: Site },
): string {
  const { content } = document;
  const from = lineEndAt(content, key.end);
  const column = columnOf(document, value.start);
  const wish = value.kind === 'sequence' ? style.dash : style.indent;
  const lines = content
    .slice(from, lineEndAt(content, value.end))
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const blanks = /^ */.exec(line)?.[0].length ?? 0;
      return line.trim() === '' ? '' : ' '.repeat(Math.max(0, blanks + wish - column)) + line.slice(blanks);
    });
  return [`x-${name}: &${name}`, ...lines, '', ''].join(style.eol);
}

/** `*name` in the place of a value; a comment behind the key stays. */
function alias({ key, value }: Entry, name: string, site: Site): Gap {
  const { content } = site.document;
  const colon = colonAfter(key, site);
  const comment = content.slice(colon, lineEndAt(content, key.end)).trim();
  return { start: colon, end: lineEndAt(content, value.end), text: ` *${name}${comment === '' ? '' : ` ${comment}`}` };
}

function aboveWithComments(content: string, line: number): number {
  let at = line;
  while (at > 0) {
    const above = lineStartAt(content, at - 1);
    if (!content.slice(above, at).startsWith('#')) return at;
    at = above;
  }
  // A comment at the very top is about the file.
  return line;
}
