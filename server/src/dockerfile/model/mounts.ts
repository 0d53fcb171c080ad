import type { Flag } from './flags.ts';
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

/** `key=value` of a `--mount`, or a key alone. Offsets are the document's. */
export interface MountField {
  /** In lower case. */
  readonly key: string;
  readonly keyRange: { readonly start: number; readonly end: number };
  /** `undefined` without a `=`. */
  readonly value: string | undefined;
  /** Where the value stands, or would. */
  readonly valueRange: { readonly start: number; readonly end: number };
}

/**
 * The mounts of a `RUN`.
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function mountsOf(step: Step): Mount[] {
  return step.flags
    .filter(({ name }) => name === 'mount')
    .map((flag): Mount => {
      const keys = new Map<string, MountField>();
      for (const field of mountFields(flag)) if (field.value !== undefined) keys.set(field.key, field);
      const from = keys.get('from');
      const source = keys.get('source') ?? keys.get('src');
      return {
        type: keys.get('type')?.value?.toLowerCase() ?? 'bind',
        target: (keys.get('target') ?? keys.get('dst') ?? keys.get('destination'))?.value,
        source: source?.value,
        from: from?.value,
        fromRange: from?.valueRange,
        sourceRange: source?.valueRange,
      };
    });
}

/** The fields of a `--mount`, in order. */
export function mountFields({ value = '', within }: Flag): MountField[] {
  const fields: MountField[] = [];
  let at = 0;
  for (const field of value.split(',')) {
    const equals = field.indexOf('=');
    const key = equals < 0 ? field : field.slice(0, equals);
    fields.push({
      key: key.toLowerCase(),
      keyRange: within(at, key.length),
      value: equals < 0 ? undefined : field.slice(equals + 1),
      valueRange: equals < 0 ? within(at + key.length, 0) : within(at + equals + 1, field.length - equals - 1),
    });
    at += field.length + 1;
  }
  return fields;
}
