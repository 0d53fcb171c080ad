import type { Flag } from '../model/flags.ts';
import type { Step } from '../model/step.ts';
import { anyOf, mistyped, type Mistake, type Span } from './mistake.ts';

/** What a flag takes; `many` may be given more than once. */
type FlagKind = 'text' | 'many' | 'boolean';

const flagsOf: Readonly<Record<string, Readonly<Record<string, FlagKind>>>> = {
  ADD: {
    checksum: 'text',
    chmod: 'text',
    chown: 'text',
    exclude: 'many',
    'keep-git-dir': 'boolean',
    link: 'boolean',
    unpack: 'boolean',
  },
  COPY: {
    chmod: 'text',
    chown: 'text',
    exclude: 'many',
    from: 'text',
    link: 'boolean',
    parents: 'boolean',
  },
  FROM: { platform: 'text' },
  HEALTHCHECK: {
    interval: 'text',
    retries: 'text',
    'start-interval': 'text',
    'start-period': 'text',
    timeout: 'text',
  },
  RUN: { device: 'many', mount: 'many', network: 'text', security: 'text' },
};

/** Flags that an instruction does not know, twice or without what they take. */
export function* checkFlags(step: Step): Iterable<Mistake> {
  if (step.flags.length === 0) return;
  const known = flagsOf[step.name] ?? {};
  const seen = new Set<string>();
  for (const flag of step.flags) {
    const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
    if (kind === undefined) {
      yield unknownFlag(step, flag);
      continue;
    }
    if (seen.has(flag.name) && kind !== 'many')
      yield { id: 'repeated-flag', at: flag, message: `--${flag.name} can be given only once.` };
    seen.add(flag.name);
    yield* checkValue(flag, kind);
  }
}

function* checkValue(flag: Flag, kind: FlagKind): Iterable<Mistake> {
  const { name, value } = flag;
  if (kind !== 'boolean') {
    if (value === undefined) yield { id: 'missing-value', at: flag, message: `--${name} needs a value: --${name}=….` };
    return;
  }
  if (value === '') yield { id: 'missing-value', at: flag, message: `--${name}= needs true or false.` };
  else if (value !== undefined && !/^(true|false)$/i.test(value))
    yield mistyped(
      { id: 'invalid-value', at: flag.within(0, value.length), message: `--${name} is true or false.` },
      { written: value, candidates: ['true', 'false'] },
    );
}

function unknownFlag(step: Step, flag: Flag): Mistake {
  const { name, start, end, text } = flag;
  const known = Object.keys(flagsOf[step.name] ?? {});
  const owners = Object.keys(flagsOf).filter((other) => Object.hasOwn(flagsOf[other] ?? {}, name));
  const hint = owners.length > 0 ? ` ${anyOf(owners)} has it.` : known.length === 0 ? ' It takes no flags.' : '';
  // Split by a line break, or in quotes: then the name is not one piece of the text.
  const whole = end - start === text.length && text.startsWith(`--${name}`);
  const mistake = {
    id: 'unknown-flag',
    at: whole ? { start, end: start + 2 + name.length } : { start, end },
    message: `${step.name} has no flag --${name}.${hint}`,
    alternatives: [{ title: `Remove --${name}`, edits: [{ ...removal(step, flag), newText: '' }], safe: false }],
  };
  if (owners.length > 0 || !whole) return mistake;
  return mistyped(mistake, { written: `--${name}`, candidates: known.map((other) => `--${other}`) });
}

/** The flag and the blanks after it. */
function removal(step: Step, { start, end }: Flag): Span {
  const after = step.textOf({ start: end, end: step.end });
  return { start, end: end + (/^[ \t]*/.exec(after)?.[0].length ?? 0) };
}
