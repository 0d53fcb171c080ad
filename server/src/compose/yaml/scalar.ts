export type ScalarValue = string | number | boolean | null;
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'null';

const core = 'tag:yaml.org,2002:';

/**
 * What a plain scalar means to the Go YAML library, which compose uses: `yes` and `on` are strings, `0440` and `0o440`
 * are octal, `1_000` is a number. A quoted or `!!str` scalar is always a string.
 */
export function resolvePlain(text: string, { tag, quoted }: { tag: string | undefined; quoted: boolean }): ScalarValue {
  if (tag?.startsWith(core) === true) return resolveTagged(text, tag.slice(core.length));
  if (quoted) return text;
  return resolveUntagged(text);
}

/** JSON schema's types; a whole `1.0` counts as an integer there. */
export function typeOf(value: ScalarValue): ScalarType {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return Number.isInteger(value) ? 'integer' : 'number';
}

function resolveTagged(text: string, type: string): ScalarValue {
  switch (type) {
    case 'int':
    case 'float':
    case 'bool':
    case 'null':
      return resolveUntagged(text);
    default:
      return text;
  }
}

function resolveUntagged(text: string): ScalarValue {
  const first = text.charCodeAt(0);
  // Most scalars begin with a letter that begins no literal.
  if (text === '') return null;
  const word = words.get(text);
  if (word !== undefined) return word;
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) return resolveNumber(text) ?? text;
  return text;
}

const words = new Map<string, ScalarValue>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
]);

function resolveNumber(written: string): number | undefined {
  const text = written.replaceAll('_', '');
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  const factor = sign === '-' ? -1 : 1;
  if (/^(0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(digits)) return factor * Number(digits);
  if (/^0[0-7]+$/.test(digits)) return factor * Number.parseInt(digits, 8);
  if (/^(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits)) return factor * Number(digits);
  return undefined;
}
