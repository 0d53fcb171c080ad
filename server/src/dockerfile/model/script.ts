import type { ShellParser } from '../../shell/parser.ts';
import type { Command, Script } from '../../shell/script.ts';
import { heredocScripts, isHeredocOnly, shellText, type ShellText } from './shellText.ts';
import type { Source, Step, Word } from './step.ts';

/** What a `RUN`, `CMD`, `ENTRYPOINT` or health check runs; `undefined` for other instructions. */
export function readScript(
  step: Step,
  { source, shell }: { readonly source: Source; readonly shell: ShellParser },
): Script | undefined {
  const found = shellTexts(step, source);
  if (found === undefined) return undefined;
  const { texts, exec } = found;
  const scripts = exec ? [execScript(exec)] : texts.map(({ text, base }) => shell.parse(text, base));
  return {
    commands: scripts.flatMap(({ commands }) => commands),
    pipes: scripts.flatMap(({ pipes }) => pipes),
    hasError: scripts.some(({ hasError }) => hasError),
  };
}

/** The texts that a shell reads, or the words of a program that is run without one; `undefined` where nothing is run. */
export function shellTexts(
  step: Step,
  source: Source,
): { readonly texts: readonly ShellText[]; readonly exec?: readonly Word[] } | undefined {
  const start = startOf(step);
  if (start === undefined) return undefined;
  const json = start === step.argument.start ? step.json : undefined;
  if (json === undefined) {
    const head = isHeredocOnly(step) ? [] : [shellText(step, source, start)];
    return { texts: [...head, ...heredocScripts(step, source)] };
  }
  const inner = shellArgument(json, source);
  return inner ? { texts: [inner] } : { texts: [], exec: json };
}

function startOf(step: Step): number | undefined {
  if (step.name === 'RUN' || step.name === 'CMD' || step.name === 'ENTRYPOINT') return step.argument.start;
  if (step.name !== 'HEALTHCHECK') return undefined;
  const [sub] = step.words;
  return sub?.text.toUpperCase() === 'CMD' ? sub.end : undefined;
}

/** `["bash", "-c", "text"]`: the text is a script. Where it has escapes, its offsets would be wrong: then it is not read. */
function shellArgument([program, flag, script]: readonly Word[], source: Source): ShellText | undefined {
  if (program === undefined || flag === undefined || script === undefined) return undefined;
  if (!/^(.*\/)?(ba|da|a|k|z)?sh$/.test(program.text) || !/^-[a-z]*c$/.test(flag.text)) return undefined;
  const raw = source.text.slice(script.start + 1, script.end - 1);
  return raw === script.text ? { text: raw, base: script.start + 1 } : undefined;
}

function execScript(words: readonly Word[]): Script {
  const [name, ...args] = words.map((word) => ({ ...word, literal: true }));
  const last = words.at(-1);
  if (name === undefined || last === undefined) return { commands: [], pipes: [], hasError: false };
  const range = { start: name.start, end: last.end };
  const command: Command = { name, args, ...range, statement: range, topLevel: false };
  return { commands: [command], pipes: [], hasError: false };
}
