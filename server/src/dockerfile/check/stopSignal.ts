import { isSignal, signals } from '../../shell/signals.ts';
import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';
import { hasVariable, mistyped, type Mistake } from './mistake.ts';

/** `STOPSIGNAL SIGTERM`, `TERM` or `15`, in quotes or not. */
export function* checkStopSignal(step: Step): Iterable<Mistake> {
  const { argument } = step;
  if (argument.text === '' || hasVariable(argument.text)) return;
  const { text, error } = expand(argument.text, { escape: step.escape, lookup: () => '' });
  if (error !== undefined || isSignal(text.toUpperCase())) return;
  yield mistyped(
    {
      id: 'invalid-signal',
      at: argument,
      message: `${text} is not a signal. STOPSIGNAL takes one like SIGTERM, or a number.`,
    },
    { written: text.toUpperCase(), candidates: signals.map((name) => `SIG${name}`) },
  );
}
