import { code, fenced, joined } from '../../markdown.ts';
import type { Flag } from '../model/flags.ts';
import { mountFields } from '../model/mounts.ts';
import { isWithin, type Span } from '../model/name.ts';
import type { Step, Word } from '../model/step.ts';
import { flagDoc, flagNamed } from '../reference/flags.ts';
import type { InstructionForm } from '../reference/instruction.ts';
import { instructionNamed, instructionPage } from '../reference/instructions.ts';
import { mountKeyDoc, mountKeyNamed, mountTypes, sharings } from '../reference/mounts.ts';

export { joined };

/** Markdown about a place. */
export interface Help {
  readonly text: string;
  readonly at: Span;
}

/** What the keyword, or another fixed word, of a step under an offset means. */
export function keywordHelp(step: Step, offset: number): Help | undefined {
  for (const { keyword } of step.onbuild ? [step.onbuild, step] : [step]) {
    if (!isWithin(keyword, offset)) continue;
    const text = instructionHelp(keyword.text);
    return text === undefined ? undefined : { text, at: keyword };
  }
  const fixed = fixedWord(step);
  return fixed && isWithin(fixed.word, offset) ? { text: fixed.doc, at: fixed.word } : undefined;
}

function instructionHelp(keyword: string): string | undefined {
  const known = instructionNamed(keyword);
  if (known === undefined) return undefined;
  const { name, summary, doc, deprecated, forms } = known;
  const obsolete = deprecated === undefined ? '' : `**Obsolete.** ${deprecated}`;
  const written = fenced('dockerfile', forms.map((form) => syntaxOf(name, form)).join('\n'));
  return joined(`**${name}**: ${summary}`, obsolete, doc, written, `[Reference](${instructionPage(name)})`);
}

function syntaxOf(name: string, { parameters, json }: InstructionForm): string {
  const labels = parameters.map(({ label }) => label);
  if (json !== true) return [name, ...labels].join(' ');
  const flags = parameters.filter(({ takes }) => takes === 'flags').map(({ label }) => label);
  return [name, ...flags, `[${labels.slice(flags.length).join(', ')}]`].join(' ');
}

/** The words that are no arguments: `AS`, and `CMD` or `NONE` of a health check. */
function fixedWord(step: Step): { readonly word: Word; readonly doc: string } | undefined {
  const words =
    step.name === 'FROM' ? step.words.slice(1, 2) : step.name === 'HEALTHCHECK' ? step.words.slice(0, 1) : [];
  for (const word of words) {
    const form = instructionNamed(step.name)?.forms.flatMap(({ parameters }) => parameters);
    const known = form?.find(
      ({ label, takes }) => takes === 'fixed' && label.replace('[', '') === word.text.toUpperCase(),
    );
    if (known) return { word, doc: joined(`**${word.text.toUpperCase()}**`, known.doc) };
  }
  return undefined;
}

/** What a flag under an offset means, and of a mount its key; values that name things are not its. */
export function flagHelp(step: Step, offset: number): Help | undefined {
  const flag = step.flags.find((one) => isWithin(one, offset));
  const known = flag && flagNamed(step.name, flag.name);
  if (flag === undefined || known === undefined) return undefined;
  const name = { start: flag.start, end: flag.start + 2 + flag.name.length };
  if (isWithin(name, offset))
    return { text: joined(`${code(`--${flag.name}`)} of ${step.name}`, flagDoc(known)), at: name };
  return flag.name === 'mount' ? mountHelp(flag, offset) : undefined;
}

function mountHelp(flag: Flag, offset: number): Help | undefined {
  for (const { key, keyRange, value = '', valueRange } of mountFields(flag)) {
    const known = mountKeyNamed(key);
    if (known && isWithin(keyRange, offset))
      return { text: joined(`${code(key)} of a mount`, mountKeyDoc(known)), at: keyRange };
    const values = { type: mountTypes, sharing: sharings }[known?.name ?? ''] ?? [];
    const doc = values.find(({ name }) => name === value)?.doc;
    if (doc !== undefined && isWithin(valueRange, offset))
      return { text: joined(code(`${key}=${value}`), doc), at: valueRange };
  }
  return undefined;
}
