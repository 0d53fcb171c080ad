import type { Step } from './step.ts';

/** A `--mount` of a `RUN`, with its keys under their first names. */
export interface Mount {
  readonly type: string;
  readonly target: string | undefined;
  readonly source: string | undefined;
  readonly from: string | undefined;
  /** Where the value of `from` stands in the document. */
  readonly fromRange: { readonly start: number; readonly end: number } | undefined;
  /** Where the value of `source` stands in the document. */
  readonly sourceRange: { readonly start: number; readonly end: number } | undefined;
}

/**
 * The mounts of a `RUN`.
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function mountsOf(step: Step): Mount[] {
  return step.flags
    .filter(({ name }) => name === 'mount')
    .map(({ value = '', end }): Mount => {
      const keys = new Map<string, string>();
      const ranges = new Map<string, { readonly start: number; readonly end: number }>();
      let at = end - value.length;
      for (const pair of value.split(',')) {
        const equals = pair.indexOf('=');
        const key = (equals < 0 ? pair : pair.slice(0, equals)).trim().toLowerCase();
        if (equals >= 0) keys.set(key, pair.slice(equals + 1).trim());
        if (equals >= 0) ranges.set(key, { start: at + equals + 1, end: at + pair.length });
        at += pair.length + 1;
      }
      return {
        type: keys.get('type') ?? 'bind',
        target: keys.get('target') ?? keys.get('dst') ?? keys.get('destination'),
        source: keys.get('source') ?? keys.get('src'),
        from: keys.get('from'),
        fromRange: ranges.get('from'),
        sourceRange: ranges.get('source') ?? ranges.get('src'),
      };
    });
}
