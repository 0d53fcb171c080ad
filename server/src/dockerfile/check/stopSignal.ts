import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';
import { hasVariable, mistyped, type Mistake } from './mistake.ts';

/** Linux's signals. */
const signals = (
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
  'TSTP TTIN TTOU UNUSED URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
).split(' ');

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

function isSignal(text: string): boolean {
  if (/^\d+$/.test(text)) return Number(text) !== 0;
  const name = text.replace(/^SIG/, '');
  return signals.includes(name) || /^RTMIN\+([1-9]|1[0-5])$/.test(name) || /^RTMAX-([1-9]|1[0-4])$/.test(name);
}
