import { placesBelow } from '../schema/lookup.ts';
import type { MappingShape, NamesShape, Shape } from '../schema/shape.ts';
import { closest } from '../../lint/closest.ts';
import { expectation, found, listed } from '../schema/words.ts';
import type { Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import { type Report, type Spot, spotOf } from './report.ts';
import type { Level } from './schema.ts';

/** A key that its mapping does not know, with what was probably meant. */
export function unknownKey({
  key,
  value,
  shape,
  levels,
}: {
  key: Scalar;
  value: YamlNode;
  shape: MappingShape;
  levels: readonly Level[];
}): Report {
  const at = spotOf(key);
  const word = `\`${key.text}\``;
  const report = (hint: string, fix?: Report['fix']): Report => ({
    rule: 'unknown-key',
    at,
    message: `${word} is not a key of ${placeName(levels)}.${hint}`,
    ...(fix && { fix }),
  });
  const elsewhere =
    levels.length === 1 && looksLikeService(value)
      ? ' A service belongs under `services`.'
      : otherPlace(key.text, shape, levels);
  const meant = closest(key.text, Object.keys(shape.keys));
  const sameLetters = meant?.replaceAll('_', '') === key.text.toLowerCase().replaceAll(/[-_]/g, '');
  if (meant !== undefined && (sameLetters || elsewhere === ''))
    return report(` Did you mean \`${meant}\`?`, {
      title: `Change to ${meant}`,
      edits: [{ at, text: meant }],
      safe: false,
    });
  return report(elsewhere);
}

function otherPlace(key: string, shape: MappingShape, levels: readonly Level[]): string {
  const [below] = placesBelow(shape, key);
  if (below) return ` It belongs under \`${below.join('.')}\`.`;
  for (let index = levels.length - 2; index >= 0; index -= 1) {
    const level = levels[index];
    if (!level || !Object.hasOwn(level.shape.keys, key)) continue;
    const beside = levels[index + 1]?.key ?? '';
    return index === 0 ? ' It belongs at the top of the file.' : ` It belongs further out, beside \`${beside}\`.`;
  }
  return '';
}

function placeName(levels: readonly Level[]): string {
  if (levels.length <= 1) return 'a compose file';
  const at = levels.at(-1);
  const parent = levels.at(-2);
  const what = parent?.shape.names?.what;
  if (what !== undefined && at && !Object.hasOwn(parent?.shape.keys ?? {}, at.key)) return `a ${what}`;
  return at?.key ? `\`${at.key}\`` : 'this item';
}

function looksLikeService(value: YamlNode): boolean {
  return value.kind === 'mapping' && value.entries.some(({ key }) => key.text === 'image' || key.text === 'build');
}

/** A name that the mapping does not allow. */
export function invalidName(key: Scalar, { what = 'name', pattern }: NamesShape): Report {
  const allowed = pattern === '^[a-zA-Z0-9._-]+$' ? 'letters, digits, `.`, `_` and `-`' : `what matches \`${pattern}\``;
  const name = what.endsWith('name') ? what : `${what} name`;
  return { rule: 'invalid-name', at: spotOf(key), message: `A ${name} can only have ${allowed}.` };
}

/** Something of another kind than the place asks for. */
export function wrongType(node: YamlNode, shape: Shape, { key, at }: { key: string; at: Spot }): Report {
  const expected = expectation(shape);
  const subject = key === '' ? 'This item' : `\`${key}\``;
  const empty = node.kind === 'scalar' && node.type === 'null';
  const cast = node.kind === 'scalar' && node.type === 'string' && shape.scalar?.cast !== undefined && node.text !== '';
  const instead = empty
    ? `${subject} is empty: it must be ${expected}.`
    : `${subject} must be ${expected}, not ${cast ? `\`${node.text}\`` : found(node)}.`;
  const fix = wrongTypeFix(node, shape);
  return { rule: 'wrong-type', at, message: instead + hint(node, shape), ...(fix && { fix }) };
}

function hint(node: YamlNode, shape: Shape): string {
  if (
    node.kind === 'scalar' &&
    node.style === 'plain' &&
    /^[\w.-]+:\S/.test(node.text) &&
    shape.mapping &&
    !shape.scalar
  )
    return ' Is a space missing after the `:`?';
  if (node.kind === 'sequence' && shape.mapping && !shape.sequence)
    return ' Write `key: value` on each line, without the `- `.';
  if (node.kind === 'mapping' && shape.sequence && !shape.mapping && !shape.scalar)
    return ' Begin each item with `- `.';
  if (node.kind === 'scalar' && node.type === 'string' && shape.sequence && !shape.mapping)
    return ' Write each item on a line of its own after `- `.';
  if (node.kind === 'scalar' && node.type === 'string' && shape.mapping && shape.sequence && !shape.scalar)
    return ' Write each on a line of its own.';
  return '';
}

function wrongTypeFix(node: YamlNode, shape: Shape): Report['fix'] {
  if (node.kind !== 'scalar' || node.style === 'missing') return undefined;
  const { text, type } = node;
  const at = spotOf(node);
  if (type !== 'string' && shape.scalar?.types.includes('string') === true && shape.scalar.cast === undefined)
    return { title: `Put ${text} in quotes`, edits: [{ at, text: `"${text}"` }], safe: true };
  if (
    type === 'string' &&
    shape.sequence &&
    !text.includes('\n') &&
    (node.style === 'double' || node.style === 'single')
  )
    return {
      title: 'Make it a list',
      edits: [
        { at: { ...at, to: at.from }, text: '[' },
        { at: { ...at, from: at.to }, text: ']' },
      ],
      safe: false,
    };
  return undefined;
}

/** A value of the right type that is not among those allowed. */
export function invalidValue(
  node: Scalar,
  {
    key,
    allowed,
    pattern,
    minimum,
    maximum,
  }: { key: string; allowed: readonly string[]; pattern?: string; minimum?: number; maximum?: number },
): Report {
  const at = spotOf(node);
  const subject = key === '' ? 'This item' : `\`${key}\``;
  const base = { rule: 'invalid-value' as const, at };
  if (minimum !== undefined && maximum !== undefined) {
    const limits = [
      ...(Number.isFinite(minimum) ? [`${minimum} or more`] : []),
      ...(Number.isFinite(maximum) ? [`${maximum} or less`] : []),
    ];
    return { ...base, message: `${subject} must be ${limits.join(' and ')}.` };
  }
  const words = allowed.map((word) => `\`${word}\``);
  if (words.length === 0) return { ...base, message: `${subject} must match \`${pattern ?? ''}\`.` };
  const meant = closest(node.text, allowed);
  const more = pattern === undefined ? '' : ' (or another that compose knows)';
  return {
    ...base,
    message: `${subject} must be ${listed(words)}${more}.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`,
    ...(meant !== undefined && {
      fix: { title: `Change to ${meant}`, edits: [{ at, text: meant }], safe: false },
    }),
  };
}

/** A mapping without a key that it must have. */
export function missingKey(node: Mapping, name: string, at: Spot): Report {
  const owner = node.parent?.kind === 'entry' ? `\`${node.parent.key.text}\`` : 'This item';
  return { rule: 'missing-key', at, message: `${owner} must have the key \`${name}\`.` };
}

export function repeatedItem(item: YamlNode, first: YamlNode): Report {
  return {
    rule: 'duplicate-item',
    at: spotOf(item),
    message: 'This item stands in the list already.',
    related: [{ at: spotOf(first), message: 'The first one.' }],
  };
}
