/** Linux's signals, without `SIG`. */
export const signals: readonly string[] = (
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
  'TSTP TTIN TTOU UNUSED URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
).split(' ');

/** Whether engines take a text for a signal: a name in capitals, with or without `SIG`, or a number. */
export function isSignal(text: string): boolean {
  if (/^\d+$/.test(text)) return Number(text) !== 0;
  const name = text.replace(/^SIG/, '');
  return signals.includes(name) || /^RTMIN\+([1-9]|1[0-5])$/.test(name) || /^RTMAX-([1-9]|1[0-4])$/.test(name);
}
