import type { Step } from '../model/step.ts';
import { anyOf, mistyped, type Mistake } from './mistake.ts';

/** Case counts, and variables are not replaced. */
const values: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['sandbox', 'insecure'],
};

/** `RUN --network` and `--security`. */
export function* checkRunFlags(step: Step): Iterable<Mistake> {
  for (const { name, value, within } of step.flags) {
    const allowed = Object.hasOwn(values, name) ? (values[name] ?? []) : [];
    if (value === undefined || allowed.length === 0 || allowed.includes(value)) continue;
    yield mistyped(
      { id: 'invalid-value', at: within(0, value.length), message: `--${name} is ${anyOf(allowed)}.` },
      { written: value, candidates: allowed },
    );
  }
}
