import { StringDecoder } from 'node:string_decoder';
import type { BuildEvent, BuildStep } from './build.ts';
import { asBytes, asNumber, asText, readFields, type Field } from './protobuf.ts';

/**
 * Follows a build through BuildKit's `StatusResponse` messages (`api/services/control/control.proto`) and says what is new.
 */
export class BuildTrace {
  readonly #steps = new Map<string, BuildStep>();
  readonly #decoders = new Map<string, StringDecoder>();

  get steps(): Iterable<BuildStep> {
    return this.#steps.values();
  }

  *read(message: Uint8Array): Generator<BuildEvent, void, undefined> {
    for (const { number, value } of readFields(message)) {
      const body = asBytes(value);
      const event =
        number === 1
          ? this.#step(body)
          : number === 2
            ? progress(body)
            : number === 3
              ? this.#log(body)
              : number === 4
                ? warning(body)
                : undefined;
      if (event) yield event;
    }
  }

  #step(body: Uint8Array): BuildEvent | undefined {
    const fields = byNumber(body);
    const id = asText(fields.get(1) ?? 0n);
    const startedAt = timestamp(fields.get(5));
    const completedAt = timestamp(fields.get(6));
    const error = asText(fields.get(7) ?? 0n);
    const cached = asNumber(fields.get(4) ?? 0n) === 1;
    const step: BuildStep = {
      id,
      name: asText(fields.get(3) ?? 0n),
      state: stateOf({ error, cached, started: startedAt !== undefined, completed: completedAt !== undefined }),
      ...(startedAt !== undefined && { startedAt }),
      ...(completedAt !== undefined && { completedAt }),
      ...(error && { error }),
    };
    const before = this.#steps.get(id);
    if (before && JSON.stringify(before) === JSON.stringify(step)) return undefined;
    this.#steps.set(id, step);
    return { kind: 'step', step };
  }

  #log(body: Uint8Array): BuildEvent | undefined {
    const fields = byNumber(body);
    const step = asText(fields.get(1) ?? 0n);
    const stream = asNumber(fields.get(3) ?? 0n) === 2 ? 'stderr' : 'stdout';
    // A character may be cut in two.
    const key = `${step} ${stream}`;
    const decoder = this.#decoders.get(key) ?? new StringDecoder('utf8');
    this.#decoders.set(key, decoder);
    const text = decoder.write(Buffer.from(asBytes(fields.get(4) ?? 0n)));
    return text === '' ? undefined : { kind: 'log', step, stream, text };
  }
}

interface Seen {
  readonly error: string;
  readonly cached: boolean;
  readonly started: boolean;
  readonly completed: boolean;
}

function stateOf({ cached, completed, error, started }: Seen): BuildStep['state'] {
  // A step beside the one that failed is stopped with these words.
  if (error !== '') return /context canceled/.test(error) ? 'cancelled' : 'failed';
  if (cached) return 'cached';
  if (completed) return 'done';
  return started ? 'running' : 'waiting';
}

function progress(body: Uint8Array): BuildEvent {
  const fields = byNumber(body);
  return {
    kind: 'progress',
    step: asText(fields.get(2) ?? 0n),
    name: asText(fields.get(1) ?? 0n) || asText(fields.get(3) ?? 0n),
    current: asNumber(fields.get(4) ?? 0n),
    total: asNumber(fields.get(5) ?? 0n),
  };
}

function warning(body: Uint8Array): BuildEvent {
  return { kind: 'warning', message: asText(byNumber(body).get(3) ?? 0n) };
}

/** `google.protobuf.Timestamp` in milliseconds. */
function timestamp(value: Field['value'] | undefined): number | undefined {
  if (value === undefined) return undefined;
  const fields = byNumber(asBytes(value));
  return asNumber(fields.get(1) ?? 0n) * 1000 + asNumber(fields.get(2) ?? 0n) / 1e6;
}

/** The last value of each field. */
function byNumber(message: Uint8Array): ReadonlyMap<number, Field['value']> {
  return new Map([...readFields(message)].map(({ number, value }) => [number, value]));
}
