import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding, Rule } from '../../../lint/rule.ts';
import { someInChain, type Stage } from '../../model/stage.ts';
import type { Step, Word } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const jsonCommand: Rule<DockerfileFile> = {
  id: 'json-command',
  summary: 'Write CMD and ENTRYPOINT as JSON',
  rationale: `In shell form the program runs as a child of \`/bin/sh -c\`. The shell is process 1 and passes no signal on, so
\`docker stop\` waits ten seconds and kills. In JSON form the program itself is process 1.

BuildKit says nothing when the stage sets a \`SHELL\`: the shell is meant then. hadolint does, and looks at \`HEALTHCHECK CMD\`, too.`,
  severity: 'warning',
  codes: ['DL3025', 'JSONArgsRecommended'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM alpine:3.20\nCMD nginx -g "daemon off;"\n',
      'FROM alpine:3.20\nENTRYPOINT exec /app/run.sh $OPTIONS\n',
      'FROM alpine:3.20\nHEALTHCHECK --interval=30s CMD curl -f http://localhost/\n',
    ],
    good: ['FROM alpine:3.20\nCMD ["nginx", "-g", "daemon off;"]\n', 'FROM alpine:3.20\nHEALTHCHECK NONE\n'],
  },
  *check(file) {
    // `ENTRYPOINT` in shell form ignores `CMD`, and `CMD` is handed to `ENTRYPOINT` word by word in JSON form only: where both
    // are set, the other form means something else.
    const beside = {
      CMD: someInChain(({ steps }) => steps.some(({ name }) => name === 'ENTRYPOINT')),
      ENTRYPOINT: someInChain(({ steps }) => steps.some(({ name }) => name === 'CMD')),
      HEALTHCHECK: () => false,
    };
    for (const [name, hasOther] of Object.entries(beside))
      for (const step of file.all(name)) {
        if (step.onbuild !== undefined) continue;
        const command = shellForm(step);
        if (command === undefined) continue;
        const shellMeant = file.shellOf(step).instruction !== undefined;
        const fix = toJson(file, step, { command, hasOther });
        yield {
          range: file.range(command),
          message: `In shell form a shell stands between Docker and the program, and signals do not reach it. Use the JSON form.`,
          codes: step.name === 'HEALTHCHECK' || shellMeant ? ['DL3025'] : ['DL3025', 'JSONArgsRecommended'],
          ...(fix && { fix }),
        };
      }
  },
};

/** The command of a `CMD`, `ENTRYPOINT` or `HEALTHCHECK CMD` that is not JSON. */
function shellForm(step: Step): Word | undefined {
  if (step.name === 'CMD' || step.name === 'ENTRYPOINT')
    return step.json === undefined && step.argument.text !== '' ? step.argument : undefined;
  const [sub] = step.words;
  if (step.name !== 'HEALTHCHECK' || sub?.text.toUpperCase() !== 'CMD') return undefined;
  const command = step.after(sub);
  return step.jsonAfter(sub) === undefined && command.text !== '' ? command : undefined;
}

/** What only a shell understands: expansions, patterns, redirections, lists, comments, assignments. */
const needsShell = /[$`*?[\]{}()<>|&;~#!\n]|^\w+=/;
/** Not programs, or not the same ones: the shell does them itself. */
const builtins = new Set([
  '.',
  ':',
  'alias',
  'cd',
  'command',
  'eval',
  'exec',
  'exit',
  'export',
  'if',
  'read',
  'set',
  'source',
  'trap',
  'ulimit',
  'umask',
  'unset',
  'until',
  'wait',
  'while',
  'for',
  'case',
]);

/** Edits word by word, so that line breaks and comments inside the instruction stay where they are. */
function toJson(
  file: DockerfileFile,
  step: Step,
  { command, hasOther }: { readonly command: Word; readonly hasOther: (stage: Stage) => boolean },
): Finding['fix'] {
  if (step.heredocs.length > 0) return undefined;
  const edit = (index: number, length: number, newText: string): TextEdit => ({
    range: file.range(step.within(command, index, length)),
    newText,
  });
  const words = needsShell.test(withoutQuoted(command.text)) ? undefined : splitWords(command.text, step.escape);
  if (words?.[0] !== undefined && !builtins.has(words[0].text)) {
    const last = words.length - 1;
    const edits = words.map(({ text, index, length }, i) =>
      edit(index, length, `${i === 0 ? '[' : ''}${JSON.stringify(text)}${i === last ? ']' : ','}`),
    );
    return {
      title: 'Write it as JSON',
      edits,
      safe: file.shellOf(step).instruction === undefined && !hasOther(step.stage),
    };
  }
  const shell = file.shellOf(step).words;
  const edits = [
    edit(0, 0, `[${shell.map((word) => `${JSON.stringify(word)}, `).join('')}"`),
    ...[...command.text.matchAll(/["\\\t]/g)].map(({ 0: ch, index }) =>
      edit(index, 1, JSON.stringify(ch).slice(1, -1)),
    ),
    edit(command.text.length, 0, '"]'),
  ];
  return { title: `Write it as JSON, run by ${shell[0] ?? 'sh'}`, edits, safe: false };
}

/** The text without what single quotes protect; double quotes let `$` and backquotes through. */
function withoutQuoted(text: string): string {
  return text.replaceAll(/'[^']*'/g, '').replaceAll(/"((?:[^"\\$`]|\\.)*)"/g, '');
}

interface ShellWord {
  readonly text: string;
  readonly index: number;
  readonly length: number;
}

/** The words as a shell splits them, without quotes; `undefined` when a quote is not closed. */
function splitWords(text: string, escape: string): ShellWord[] | undefined {
  const words: ShellWord[] = [];
  let start = -1;
  let word = '';
  let quote = '';
  const end = (at: number): void => {
    if (start >= 0) words.push({ text: word, index: start, length: at - start });
    start = -1;
    word = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const ch = text.charAt(i);
    if (quote === '' && /\s/.test(ch)) {
      end(i);
      continue;
    }
    if (start < 0) start = i;
    if (quote !== '' && ch === quote) quote = '';
    else if (quote === '' && (ch === '"' || ch === "'")) quote = ch;
    else if (quote !== "'" && (ch === '\\' || ch === escape)) {
      i += 1;
      const next = text.charAt(i);
      word += (quote === '"' && !'"\\$`'.includes(next) ? ch : '') + next;
    } else word += ch;
  }
  end(text.length);
  return quote === '' ? words : undefined;
}
