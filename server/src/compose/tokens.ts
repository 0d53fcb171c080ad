import type { Token, TokenModifier, TokenType } from '../semanticTokens.ts';
import { variablesOf, writtenAt } from './check/variables.ts';
import type { ComposePart } from './document.ts';
import { definitionOf, referencesOf } from './references.ts';
import type { Section, ValueKind } from './schema/shape.ts';
import { isMerge } from './yaml/anchors.ts';
import { isKey } from './yaml/find.ts';
import type { Alias, Entry, Scalar } from './yaml/node.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
}

/** What the pieces of a scalar or an alias are, in the order of the text, none over another. */
export function leafTokens(leaf: Scalar | Alias, part: ComposePart): Token[] {
  if (leaf.kind === 'alias') return [{ start: leaf.start, end: leaf.end, type: 'parameter' }];
  return isKey(leaf) ? keyTokens(leaf, part) : valueTokens(leaf, part);
}

/** `&name`, where it is given. */
export function anchorToken({ anchor }: Scalar | { readonly anchor: Scalar['anchor'] }): Token[] {
  if (!anchor) return [];
  return [{ start: anchor.start - 1, end: anchor.end, type: 'parameter', modifiers: ['declaration'] }];
}

function keyTokens(key: Scalar & { readonly parent: Entry }, part: ComposePart): Token[] {
  const token = (type: TokenType, ...modifiers: TokenModifier[]): Token[] =>
    key.text.includes('\n') || key.start === key.end ? [] : [{ start: key.start, end: key.end, type, modifiers }];
  const entry = key.parent;
  if (isMerge(entry)) return token('operator');
  const defined = definitionOf(part, key);
  if (defined) return token(nameType(defined), 'declaration');
  const [reference] = referencesOf(key, part);
  if (reference) return token(nameType(reference.section));
  const around = entry.parent && part.locator.shapeOf(entry.parent)?.mapping;
  if (around?.names?.what === 'variable') return token('variable', 'declaration');
  return part.locator.shapeOfEntry(entry)?.deprecated === undefined ? [] : token('property', 'deprecated');
}

function valueTokens(scalar: Scalar, part: ComposePart): Token[] {
  const variables = variableTokens(scalar);
  const start = writtenAt(scalar);
  if (start === undefined || scalar.text === '') return variables;
  const shape = part.locator.shapeOf(scalar)?.scalar;
  const words = Object.keys(shape?.values ?? {}).concat(shape?.enum ?? []);
  const pieces: Piece[] = referencesOf(scalar, part).map(({ section, start: from, end }) => ({
    start: from,
    end,
    type: nameType(section),
  }));
  if (words.includes(scalar.text)) pieces.push({ start, end: start + scalar.text.length, type: 'keyword' });
  if (shape?.kind) pieces.push(...piecesOf(shape.kind, scalar.text, start));
  return [...variables, ...around(pieces, variablesOf(scalar))].sort((a, b) => a.start - b.start);
}

function nameType(section: Section): TokenType {
  return section === 'services' ? 'class' : 'namespace';
}

/** `${NAME`, the operator and `}`; what stands after the operator is text or variables again. */
function variableTokens(scalar: Scalar): Token[] {
  return variablesOf(scalar)
    .flatMap(({ start, end, nameStart, name, operator }): Token[] => {
      if (operator === undefined) return [{ start, end, type: 'variable' }];
      const after = nameStart + name.length;
      return [
        { start, end: after, type: 'variable' },
        { start: after, end: after + operator.length, type: 'operator' },
        { start: end - 1, end, type: 'variable' },
      ];
    })
    .sort((a, b) => a.start - b.start);
}

const patterns: Partial<Record<ValueKind, readonly (readonly [RegExp, TokenType])[]>> = {
  port: [
    [/[\d.]+/g, 'number'],
    [/\b(?:tcp|udp|sctp)\b/g, 'keyword'],
    [/[:/-]/g, 'operator'],
  ],
  duration: [
    [/[\d.]+/g, 'number'],
    [/[a-zµ]+/g, 'keyword'],
  ],
  bytes: [
    [/[\d.]+/g, 'number'],
    [/[a-z]+/gi, 'keyword'],
  ],
  image: [
    [/^.+?(?=@|:[^/]*$|$)/g, 'class'],
    [/(?<=^[^@]*:)[^/:@]+(?=@|$)|(?<=@).+/g, 'property'],
  ],
  environment: [
    [/^[^=\s]+/g, 'variable'],
    [/(?<=^[^=]*)=/g, 'operator'],
  ],
  volume: [
    [/:/g, 'operator'],
    [/(?<=:)(?:ro|rw|z|Z|nocopy|cached|delegated|consistent)(?=,|$)/g, 'keyword'],
  ],
};

function piecesOf(kind: ValueKind, text: string, start: number): Piece[] {
  if (text.length > 1_000 || text.includes('\n')) return [];
  // A letter for each of a variable's, so that what is in it is not taken for a part of the whole.
  const plain = text.replaceAll(/\$\{[^}]*\}+/g, (variable) => 'v'.repeat(variable.length));
  return (patterns[kind] ?? []).flatMap(([pattern, type]) =>
    [...plain.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
      type,
    })),
  );
}

/** The first of the pieces that lie over each other, without what is in variables. */
function around(
  pieces: readonly Piece[],
  variables: readonly { readonly start: number; readonly end: number }[],
): Piece[] {
  const taken: Piece[] = [];
  for (const piece of pieces) {
    let parts: Piece[] = [piece];
    for (const other of [...variables, ...taken])
      parts = parts.flatMap(({ start, end, type }) =>
        other.end <= start || end <= other.start
          ? [{ start, end, type }]
          : [
              { start, end: other.start, type },
              { start: other.end, end, type },
            ].filter((part) => part.start < part.end),
      );
    taken.push(...parts);
  }
  return taken;
}
