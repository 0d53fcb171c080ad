import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Command } from '../../../shell/script.ts';
import type { DockerfileFile } from '../file.ts';

interface Mode {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const noWorldWritable: Rule<DockerfileFile> = {
  id: 'no-world-writable',
  summary: 'Do not let everybody write',
  rationale: `With \`chmod 777\` every process in the container may change the file, also one that was taken over by somebody
else: a program or a script that it changes is run by others. Give what must be written to the user who writes,
with \`COPY --chown\` or \`chown\`, or to its group.

\`chmod\`, \`mkdir -m\`, \`install -m\` and the \`--chmod\` of \`COPY\` and \`ADD\` are looked at, with numbers and with letters. Folders
with the sticky bit (\`1777\`, as \`/tmp\`) are not reported: in them nobody can delete what others wrote.`,
  severity: 'info',
  codes: [],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN chmod -R 777 /app\n', 'FROM debian:12\nCOPY --chmod=666 app.conf /etc/\n'],
    good: [
      'FROM debian:12\nRUN chmod 775 /app && chmod 1777 /scratch\n',
      'FROM debian:12\nCOPY --chown=app app /app\n',
    ],
  },
  *check(file) {
    for (const { command } of file.commands('chmod', 'mkdir', 'install')) {
      const mode = modeOf(command);
      if (mode && letsEverybodyWrite(mode.text)) yield { ...report(file, mode), subject: file.range(command) };
    }
    for (const step of [...file.all('COPY'), ...file.all('ADD')]) {
      const flag = step.flag('chmod');
      if (flag?.value === undefined || !letsEverybodyWrite(flag.value)) continue;
      yield report(file, { text: flag.value, ...flag.within(0, flag.value.length) });
    }
  },
};

function modeOf({ name, args }: Command): Mode | undefined {
  // `-w` and `-x` are modes of chmod, too, but take something away.
  if (name.text === 'chmod') return args.find(({ text }) => !text.startsWith('-'));
  const option = args.findIndex(({ text }) => /^-[a-zA-Z]*m$|^--mode$/.test(text));
  return option < 0 ? undefined : args[option + 1];
}

function letsEverybodyWrite(mode: string): boolean {
  if (/^[0-7]+$/.test(mode)) return /[2367]$/.test(mode) && !/^0*[1357]\d{3}$/.test(mode);
  if (/t/.test(mode)) return false;
  // Without a letter before it, a `+w` is for those whom the umask lets.
  return mode.split(',').some((part) => /^[ug]*[oa][ugoa]*[+=][rxX]*w[rwxX]*$/.test(part));
}

function report(file: DockerfileFile, mode: Mode): Finding {
  const last = mode.text.at(-1);
  const numeric = /^[0-7]+$/.test(mode.text) && file.source.text.slice(mode.start, mode.end) === mode.text;
  const less = `${mode.text.slice(0, -1)}${Number(last) & 5}`;
  return {
    range: file.range(mode),
    message: 'Everybody may write to this. Give it to the user or the group that does.',
    ...(numeric && {
      fix: { title: `Use ${less}`, edits: [{ range: file.range(mode), newText: less }], safe: false },
    }),
  };
}
