import type { ScalarShape } from '../schema/shape.ts';
import type { ScalarValue } from '../yaml/scalar.ts';

/** YAML 1.1's words for booleans, which compose still takes where it wants one; all but `true` and `false` with a warning. */
const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  y: true,
  yes: true,
  on: true,
  false: false,
  n: false,
  no: false,
  off: false,
};

/** A string as the type of its place, as compose casts it (loader/interpolate.go); `undefined` when it is none of that type. */
export function cast(text: string, type: NonNullable<ScalarShape['cast']>): ScalarValue | undefined {
  switch (type) {
    case 'boolean': {
      const word = text.toLowerCase();
      return Object.hasOwn(booleans, word) ? booleans[word] : undefined;
    }
    case 'integer':
      return /^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined;
    case 'number': {
      const number = Number(text);
      return text !== '' && text.trim() === text && !Number.isNaN(number) ? number : undefined;
    }
  }
}
