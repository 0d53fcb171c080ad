import { EngineError } from '../error.ts';

/** Tolerant readers of an engine's JSON: what is not there or has another type is empty, never an error. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function record(value: unknown): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

export function texts(value: unknown): string[] {
  return list(value).filter((item): item is string => typeof item === 'string');
}

/** An RFC 3339 time in milliseconds since the epoch; `undefined` for none and for Go's zero time. */
export function moment(value: unknown): number | undefined {
  const time = Date.parse(text(value));
  return time > 0 ? time : undefined;
}

/** A map of text to text; values of another type are left out. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/**
 * Translates each record of a list (`null`: an empty one); one that cannot be read costs itself only, and calls `onBad`.
 * Throws `failed` for what is no list: taken for an empty one it would be an untruth.
 */
export function translateEach<T>(
  value: unknown,
  translate: (item: JsonRecord) => T | undefined,
  onBad: () => void,
): T[] {
  if (value !== undefined && value !== null && !Array.isArray(value))
    throw new EngineError('failed', 'The engine sent something else than a list.');
  const translated: T[] = [];
  for (const item of list(value)) {
    const one = translate(record(item));
    if (one === undefined) onBad();
    else translated.push(one);
  }
  return translated;
}
