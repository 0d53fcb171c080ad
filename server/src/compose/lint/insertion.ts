import { styleOf } from '../completion/format.ts';
import type { ComposeDocument } from '../document.ts';
import { Origin } from '../project/model.ts';
import type { Section } from '../schema/shape.ts';
import type { Service } from '../project/service.ts';
import { lineEndAt, lineStartAt } from '../yaml/lines.ts';
import type { Entry, Mapping, YamlNode } from '../yaml/node.ts';
import type { FoundFix } from './found.ts';

type Edit = FoundFix['edits'][number];

/** Lines as they would stand at the beginning of a file with two spaces per level. */
type Lines = readonly string[];

/**
 * Adds keys to the end of a service, in the file that names it last; `undefined` where it is not written on lines of its own.
 */
export function addToService({ at }: Service, lines: Lines): Edit | undefined {
  const entry = at instanceof Origin ? at.node.parent : undefined;
  if (entry?.kind !== 'entry' || entry.value.kind !== 'mapping') return undefined;
  return addTo(entry.value, { document: at.document, lines });
}

/** Defines something in a section of the top level, which is made where it is missing; in the YAML document of `offset`. */
export function addToSection(
  document: ComposeDocument,
  { section, lines, offset }: { readonly section: Section; readonly lines: Lines; readonly offset: number },
): Edit | undefined {
  const root = document.partAt(offset)?.root;
  if (root?.kind !== 'mapping' || root.flow) return undefined;
  const entry = root.get(section);
  if (!entry) {
    const apart = hasBlanks(root, document) ? [''] : [];
    return addTo(root, { document, lines: [...apart, `${section}:`, ...lines.map((line) => `  ${line}`)] });
  }
  if (isNothing(entry.value)) return addBelow(entry, { document, lines });
  return entry.value.kind === 'mapping' ? addTo(entry.value, { document, lines }) : undefined;
}

interface Addition {
  readonly document: ComposeDocument;
  readonly lines: Lines;
}

/** Adds keys to the end of a mapping that is written on lines of its own. */
export function addTo(mapping: Mapping, { document, lines }: Addition): Edit | undefined {
  const { content } = document;
  if (mapping.flow || mapping.entries.length === 0) return undefined;
  const column = mapping.start - lineStartAt(content, mapping.start);
  // The end of a block text may be lines below what is seen of it.
  const last = content.slice(0, mapping.end).trimEnd().length;
  return below(document, { offset: last, column, lines });
}

/** Adds keys under one that has no value. */
function addBelow({ key }: Entry, { document, lines }: Addition): Edit {
  const column = key.start - lineStartAt(document.content, key.start) + styleOf(document).indent;
  return below(document, { offset: key.end, column, lines });
}

function below(
  document: ComposeDocument,
  { offset, column, lines }: { readonly offset: number; readonly column: number; readonly lines: Lines },
): Edit {
  const { indent, eol } = styleOf(document);
  const end = lineEndAt(document.content, offset);
  const text = lines
    .map((line) => {
      const [, depth = '', rest = ''] = /^( *)(.*)$/s.exec(line) ?? [];
      return rest === '' ? eol : `${eol}${' '.repeat(column + (depth.length / 2) * indent)}${rest}`;
    })
    .join('');
  return { at: { document, start: end, end }, text };
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'missing';
}

/** Whether empty lines stand between the keys of a mapping. */
function hasBlanks({ entries }: Mapping, { content }: ComposeDocument): boolean {
  return entries.slice(1).some(({ start }) => /\n[ \t]*\r?\n(?:[ \t]*#.*\r?\n)*$/.test(content.slice(0, start)));
}
