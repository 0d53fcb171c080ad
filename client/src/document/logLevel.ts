/** From the gravest on. */
export const levels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof levels)[number];

const words: Readonly<Record<LogLevel, string>> = {
  error: 'emerg|emergency|alert|panic|fatal|critical|crit|severe|error|err|failure|dpanic',
  warn: 'warning|warn',
  info: 'information|informational|info|notice|log',
  debug: 'debug|trace|verbose|fine|finer|finest',
};
const any = Object.values(words).join('|');
const byWord = new Map(levels.flatMap((level) => words[level].split('|').map((word) => [word, level] as const)));

/** How far into a line a level is looked for: a message may talk of errors. */
const farthest = 240;
const field = /(?:^|[\s{,"'])(?:log[._]?)?(?:level|lvl|severity|levelname)["']?\s*[=:]\s*["']?([a-z]+|\d{1,2})\b/iu;
const bracketed = new RegExp(String.raw`[[<(](?:\w+[.:])?(${any})[\])>]`, 'iu');
/** In capitals as a word of its own, after no more than times, names and brackets. */
const capitals = new RegExp(String.raw`(?:^|[\s|[(:-])(${any.toUpperCase()})(?=$|[\s|\]):,-])`, 'u');
const leading = new RegExp(String.raw`^\s*(${any})\s*[:|-]`, 'iu');
/** As klog and glog write it: `E0131 12:00:00.000000`. */
const klog = /^([EWIFD])\d{4} \d\d:/u;
const klogLevels: Readonly<Record<string, LogLevel>> = { E: 'error', F: 'error', W: 'warn', I: 'info', D: 'debug' };

/**
 * How grave a line of a log is, in the formats that are common: JSON and logfmt fields (`level`, `severity`, also pino's and
 * syslog's numbers), a word in brackets or capitals, a word and a colon at the start, klog. `undefined`: it does not say.
 */
export function levelOf(line: string): LogLevel | undefined {
  const head = line.slice(0, farthest);
  const given = field.exec(line.length > farthest && line.startsWith('{') ? line.slice(0, 4096) : head)?.[1];
  if (given !== undefined) {
    const level = /^\d/u.test(given) ? byNumber(Number(given)) : byWord.get(given.toLowerCase());
    if (level) return level;
  }
  const letter = klog.exec(head)?.[1];
  if (letter !== undefined) return klogLevels[letter];
  const word = (leading.exec(head) ?? bracketed.exec(head) ?? capitals.exec(head))?.[1];
  return word === undefined ? undefined : byWord.get(word.toLowerCase());
}

/** Of pino and bunyan (10 to 60), else of syslog (0 to 7). */
function byNumber(value: number): LogLevel | undefined {
  if (value >= 10) return value >= 50 ? 'error' : value >= 40 ? 'warn' : value >= 30 ? 'info' : 'debug';
  if (value > 7) return undefined;
  return value <= 3 ? 'error' : value === 4 ? 'warn' : value <= 6 ? 'info' : 'debug';
}

/** Whether a line belongs to the one before it: the rest of a stack trace has no level of its own. */
export function continues(line: string): boolean {
  return /^(?:\s|at |Caused by:|\.\.\. \d+ more|[\]})])/u.test(line);
}
