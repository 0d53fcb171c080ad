import { closest } from '../../../lint/closest.ts';
import { isSignal, signals } from '../../../shell/signals.ts';
import type { ScalarShape } from '../../schema/shape.ts';
import { listed } from '../../schema/words.ts';
import { changeTo, didYouMean, type Fault, quoted } from './fault.ts';

/** A word that is not among those that are known in its place. */
export function* wordFaults(text: string, { values = {}, strict }: ScalarShape): Iterable<Fault> {
  const words = Object.keys(values);
  const known = (word: string): boolean =>
    word.endsWith(':') ? text.length > word.length && text.startsWith(word) : text === word;
  if (strict === undefined || text === '' || words.some(known)) return;
  if (typeof strict === 'object' && new RegExp(strict.or, 'u').test(text)) return;
  const meant = closest(text, words);
  if (strict === 'near' && meant === undefined) return;
  const shown = words.map((word) => (word.endsWith(':') ? `\`${word}…\`` : `\`${word}\``));
  yield { message: `{} must be ${listed(shown)}.${didYouMean(meant)}`, ...changeTo(meant) };
}

const capabilities = (
  'ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH ' +
  'FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE ' +
  'NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE ' +
  'SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM'
).split(' ');

/** With or without `CAP_`, in any case. */
export function* capabilityFaults(text: string): Iterable<Fault> {
  const name = text.toUpperCase().replace(/^CAP_/, '');
  if (capabilities.includes(name)) return;
  const meant = closest(name, capabilities);
  yield { message: `${quoted(text)} is not a capability.${didYouMean(meant)}`, ...changeTo(meant) };
}

/** A name with or without `SIG`, or a number. */
export function* signalFaults(text: string): Iterable<Fault> {
  const name = text.toUpperCase();
  if (isSignal(name)) return;
  const near = closest(name.replace(/^SIG/, ''), signals);
  const meant = near === undefined ? undefined : `SIG${near}`;
  yield { message: `${quoted(text)} is not a signal.${didYouMean(meant)}`, ...changeTo(meant) };
}
