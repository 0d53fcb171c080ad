import type { Flag } from '../model/flags.ts';
import type { Step } from '../model/step.ts';
import { mistyped, type Mistake } from './mistake.ts';

/** `HEALTHCHECK [flags] CMD command`, or `HEALTHCHECK NONE`. */
export function* checkHealthcheck(step: Step): Iterable<Mistake> {
  const [type] = step.words;
  if (type === undefined) return;
  const rest = step.after(type);
  const kind = type.text.toUpperCase();
  if (kind === 'NONE') {
    if (rest.text !== '') yield { id: 'extra-argument', at: rest, message: 'HEALTHCHECK NONE takes nothing else.' };
    return;
  }
  if (kind !== 'CMD') {
    yield mistyped(
      { id: 'healthcheck-form', at: type, message: `After HEALTHCHECK stands CMD or NONE, not ${type.text}.` },
      { written: kind, candidates: ['CMD', 'NONE'] },
    );
  } else if (rest.text === '' || step.jsonAfter(type)?.length === 0)
    yield { id: 'missing-argument', at: type, message: 'HEALTHCHECK CMD needs a command.' };
  for (const flag of step.flags) {
    if (flag.value === undefined || flag.value === '') continue;
    if (flag.name === 'retries') yield* checkRetries(flag, flag.value);
    else if (/^(interval|timeout|start-period|start-interval)$/.test(flag.name)) yield* checkDuration(flag, flag.value);
  }
}

function* checkRetries({ within }: Flag, value: string): Iterable<Mistake> {
  if (/^\+?\d+$/.test(value) && Number(value) <= 0x7fffffff) return;
  yield {
    id: 'invalid-value',
    at: within(0, value.length),
    message: '--retries is a whole number, 0 for the default of 3.',
  };
}

function* checkDuration({ name, within }: Flag, value: string): Iterable<Mistake> {
  const nanoseconds = durationOf(value);
  const wrong = (message: string): Mistake => ({ id: 'invalid-duration', at: within(0, value.length), message });
  if (nanoseconds === undefined)
    yield wrong(
      /^\d+$/.test(value)
        ? `--${name} needs a unit: ${value}s.`
        : `--${name} is a duration: numbers with h, m, s or ms, such as 1m30s.`,
    );
  else if (nanoseconds !== 0 && nanoseconds < 1e6) yield wrong(`--${name} is 0, or one millisecond at the least.`);
}

const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/**
 * Nanoseconds of a duration as Go writes it, `1h2m3.5s`; `undefined` when it is none.
 * @see https://pkg.go.dev/time#ParseDuration
 */
function durationOf(text: string): number | undefined {
  const [, sign = '', body = ''] = /^([-+]?)(.+)$/.exec(text) ?? [];
  if (body === '0') return 0;
  if (!/^((\d+(?:\.\d*)?|\.\d+)(ns|[uµμ]s|ms|s|m|h))+$/.test(body)) return undefined;
  let sum = 0;
  for (const [, number = '', unit = ''] of body.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|[uµμ]s|ms|s|m|h)/g))
    sum += Number(number) * (units[unit] ?? 0);
  return sign === '-' ? -sum : sum;
}
