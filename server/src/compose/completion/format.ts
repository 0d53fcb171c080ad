import type { ComposeDocument } from '../document.ts';
import type { Form, ScalarShape, Shape } from '../schema/shape.ts';
import { resolvePlain } from '../yaml/scalar.ts';

/** How a file is written: what completion writes looks like the rest. */
export interface Style {
  /** Spaces per level. */
  readonly indent: number;
  /** Spaces before the `-` of a list, from the column of its key. */
  readonly dash: number;
  readonly eol: string;
}

/** The style of the first nested key and the first list of a file. */
export function styleOf({ content }: ComposeDocument): Style {
  const eol = content.includes('\r\n') ? '\r\n' : '\n';
  const [, , nested = '  '] = /^( *)[\w"'-][^\n]*:[ \t]*\r?\n(?: *(?:#[^\n]*)?\r?\n)*\1( +)[\w"']/m.exec(content) ?? [];
  const [, , before] = /^( *)[\w"'][^\n]*:[ \t]*\r?\n(?: *#[^\n]*\r?\n)*\1( *)- /m.exec(content) ?? [];
  return { indent: nested.length, dash: before === undefined ? nested.length : before.length, eol };
}

interface Place {
  readonly style: Style;
  /** In which column the key or the `-` stands. */
  readonly column: number;
  readonly flow: boolean;
}

/** A snippet that writes a key with the beginning of its value, with the tab stops where something is missing. */
export function keySnippet(name: string, shape: Shape, place: Place): string {
  const key = plainText(name);
  switch (formOf(shape)) {
    case 'scalar':
      return `${escape(key)}: ${choice(shape.scalar)}`;
    case 'mapping':
      return `${escape(key)}:${nestedMapping(shape, { ...place, column: place.column + place.style.indent }, 1)}`;
    case 'sequence': {
      if (place.flow) return `${escape(key)}: [$0]`;
      const column = place.column + place.style.dash;
      return `${escape(key)}:${newLine(place.style, column)}- ${itemSnippet(shape, { ...place, column })}`;
    }
    case undefined:
      return `${escape(key)}: $0`;
  }
}

/** What follows the `- ` of a new item: nothing, or the keys that it must have. */
export function itemSnippet({ sequence }: Shape, place: Place): string {
  const items = sequence?.items;
  if (!items || formOf(items) !== 'mapping') return '$0';
  const required = items.mapping?.required ?? [];
  if (required.length === 0) return '$0';
  const inner = { ...place, column: place.column + 2 };
  return requiredKeys(items, inner, 1).join(newLine(place.style, inner.column));
}

/** The form in which a value is written where there are several. */
export function formOf(shape: Shape): Form | undefined {
  const has: Record<Form, boolean> = { mapping: !!shape.mapping, sequence: !!shape.sequence, scalar: !!shape.scalar };
  if (shape.prefer && has[shape.prefer]) return shape.prefer;
  return (['mapping', 'sequence', 'scalar'] as const).find(
    (form) => has[form] && !(form === 'scalar' && onlyNull(shape)),
  );
}

/** Text as a plain scalar, in quotes where it would not stay text. */
export function plainText(text: string): string {
  const plain = typeof resolvePlain(text, { tag: undefined, quoted: false }) === 'string';
  const ambiguous = /^(y|n|yes|no|on|off)$/i.test(text) || /^\d+(:\d+)+$/.test(text);
  const clear = /^[^\s!&*?|>%@`"'#,[\]{}:-]([^:#]|:(?=\S)|(?<=\S)#)*$/.test(text) && !/\s$/.test(text);
  return plain && clear && !ambiguous ? text : JSON.stringify(text);
}

/** Text in a snippet that is meant as it is. */
export function escape(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

function nestedMapping(shape: Shape, place: Place, first: number): string {
  const keys = requiredKeys(shape, place, first);
  if (place.flow) return ` { ${keys.length > 0 ? keys.join(', ') : '$0'} }`;
  const line = newLine(place.style, place.column);
  return `${line}${keys.length > 0 ? keys.join(line) : '$0'}`;
}

function requiredKeys({ mapping }: Shape, place: Place, first: number): string[] {
  return (mapping?.required ?? []).map((name, index) => {
    const shape = mapping?.keys[name];
    const form = shape && formOf(shape);
    if (shape && form === 'sequence') {
      const column = place.column + place.style.dash;
      return `${name}:${newLine(place.style, column)}- $${first + index}`;
    }
    return `${name}: ${choice(shape?.scalar, first + index)}`;
  });
}

function choice(scalar: ScalarShape | undefined, stop = 0): string {
  const words = closedWords(scalar);
  const escaped = words.map((word) => word.replaceAll(/[\\$},|]/g, String.raw`\$&`));
  // A final stop cannot offer a choice.
  return words.length > 1 ? `\${${stop === 0 ? 1 : stop}|${escaped.join(',')}|}` : `$${stop}`;
}

/** The words of a scalar that takes no others. */
function closedWords(scalar: ScalarShape | undefined): readonly string[] {
  if (scalar?.enum) return scalar.enum.map(plainText);
  const boolean = scalar?.cast === 'boolean' || scalar?.types.every((type) => type === 'boolean') === true;
  const flag = scalar?.types.length === 2 && scalar.types.includes('boolean') && scalar.types.includes('string');
  return boolean || flag ? ['true', 'false'] : [];
}

function onlyNull({ scalar }: Shape): boolean {
  return scalar?.types.every((type) => type === 'null') === true;
}

function newLine({ eol }: Style, column: number): string {
  return `${eol}${' '.repeat(column)}`;
}
