import { plainText } from '../completion/format.ts';
import type { Gap } from '../format/layout.ts';
import type { NamesShape } from '../schema/shape.ts';
import { isMerge } from '../yaml/anchors.ts';
import { lineStartAt } from '../yaml/lines.ts';
import type { Entry, Mapping, Scalar, Sequence } from '../yaml/node.ts';
import { below, colonAfter, columnOf, type Rewrite, type Site } from './rewrite.ts';

/** `environment`, `labels`, `depends_on`, `networks` and the like as a mapping instead of a list, and back. */
export function collectionRewrites(entry: Entry, site: Site): Rewrite[] {
  const shape = site.part.locator.shapeOfEntry(entry);
  const names = shape?.sequence && shape.mapping?.names;
  const { value, key } = entry;
  const title = (form: string): string => `Write ${key.text} as a ${form}`;
  if (value.kind === 'scalar') {
    const several = shape?.sequence && shape.scalar && shape.prefer === 'sequence' && value.style !== 'missing';
    if (!several || value.text.includes('\n')) return [];
    const item = `${' '.repeat(columnOf(site.document, key.start) + site.style.dash)}- ${site.document.content.slice(value.start, value.end)}`;
    return [{ title: title('list'), edits: replaced(entry, site, [item]) }];
  }
  if (!names || (value.kind !== 'sequence' && value.kind !== 'mapping') || value.anchor || value.tag !== undefined)
    return [];
  const edits =
    value.kind === 'sequence' ? toMapping(value, { entry, names, site }) : toList(value, { entry, names, site });
  return edits ? [{ title: title(value.kind === 'sequence' ? 'mapping' : 'list'), edits }] : [];
}

interface Around {
  readonly entry: Entry;
  readonly names: NamesShape;
  readonly site: Site;
}

function toMapping(list: Sequence, { entry, names, site }: Around): readonly Gap[] | undefined {
  const column = columnOf(site.document, entry.key.start) + site.style.indent;
  const lines = list.items.map((item) =>
    item.kind === 'scalar' && !item.anchor ? asEntry(item, { names, site, column }) : undefined,
  );
  if (lines.length === 0 || lines.some((line) => line === undefined)) return undefined;
  const pieces = lines.filter((line) => line !== undefined);
  if (new Set(pieces.map(([first]) => first.split(':')[0])).size < pieces.length) return undefined;
  if (list.flow) return replaced(entry, site, pieces.flat());
  return list.items.flatMap((item, index) => {
    const [first = '', ...rest] = pieces[index] ?? [];
    const edit = { start: lineStartAt(site.document.content, item.start), end: item.end, text: first };
    return rest.length > 0 ? [edit, below(site, item.end, rest)] : [edit];
  });
}

/** The lines of a list's item as an entry. */
function asEntry(
  { text }: Scalar,
  { names, site, column }: { readonly names: NamesShape; readonly site: Site; readonly column: number },
): readonly [string, ...string[]] | undefined {
  if (text === '' || text.includes('\n')) return undefined;
  const indent = ' '.repeat(column);
  if (names.ref === 'services')
    return [`${indent}${plainText(text)}:`, `${indent}${' '.repeat(site.style.indent)}condition: service_started`];
  if (names.ref) return [`${indent}${plainText(text)}:`];
  const [, name = '', value] =
    (names.what === 'host name' ? /^([^:=]+)[:=](.*)$/s : /^([^=]+)(?:=(.*))?$/s).exec(text) ?? [];
  if (name === '' || /\s/.test(name)) return undefined;
  return [`${indent}${plainText(name)}:${value === undefined ? '' : ` ${value === '' ? '""' : plainText(value)}`}`];
}

function toList(mapping: Mapping, { entry, names, site }: Around): readonly Gap[] | undefined {
  const column = columnOf(site.document, entry.key.start) + site.style.dash;
  const items = mapping.entries.map((each) => asItem(each, names));
  if (items.length === 0 || items.some((item) => item === undefined)) return undefined;
  const lines = items.map((item = '') => `${' '.repeat(column)}- ${item}`);
  if (mapping.flow) return replaced(entry, site, lines);
  const { content } = site.document;
  return mapping.entries.map(({ key, value }, index) => {
    // Without a value the colon is the end. `condition: service_started` goes: a list means that.
    const bare = value.kind === 'scalar' && value.style === 'missing';
    return {
      start: lineStartAt(content, key.start),
      end: bare ? colonAfter(key, site) : value.end,
      text: lines[index] ?? '',
    };
  });
}

/** An entry as an item of a list; `undefined` when a list cannot say it. */
function asItem(entry: Entry, { ref, what }: NamesShape): string | undefined {
  const { key, value, complete } = entry;
  if (
    !complete ||
    isMerge(entry) ||
    key.anchor ||
    value.kind === 'alias' ||
    value.kind === 'sequence' ||
    value.anchor ||
    value.tag !== undefined
  )
    return undefined;
  if (ref) {
    if (value.kind === 'scalar') return value.style === 'missing' ? plainText(key.text) : undefined;
    const { entries } = value;
    const started = entries.every(
      (each) => each.key.text === 'condition' && each.value.kind === 'scalar' && each.value.text === 'service_started',
    );
    return started && (ref === 'services' || entries.length === 0) ? plainText(key.text) : undefined;
  }
  if (value.kind !== 'scalar' || value.text.includes('\n')) return undefined;
  if (value.style === 'missing') return what === 'host name' ? undefined : plainText(key.text);
  return plainText(`${key.text}${what === 'host name' ? ':' : '='}${value.text}`);
}

/** The value of an entry on lines of their own below the key. */
function replaced({ key, value }: Entry, site: Site, lines: readonly string[]): readonly Gap[] {
  return [{ start: colonAfter(key, site), end: value.end, text: '' }, below(site, value.end, lines)];
}
