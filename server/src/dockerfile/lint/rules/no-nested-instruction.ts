import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Word } from '../../../shell/script.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';

const instruction =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;

export const noNestedInstruction: Rule<DockerfileFile> = {
  id: 'no-nested-instruction',
  summary: 'Begin an instruction on a line of its own',
  rationale: `After \`&& \\\` the \`RUN\` goes on: a \`RUN\` or \`COPY\` on the next line is not an instruction but a program of that
name, which the shell does not find. After a \`\\\` alone it is one more argument of the command before.

Either the end of the line before is too much, or the word itself.`,
  severity: 'warning',
  codes: [],
  scope: 'step',
  examples: {
    bad: [
      'FROM debian:12\nRUN apt-get update && \\\n    RUN apt-get upgrade -y\n',
      'FROM debian:12\nRUN make install \\\nENV PATH=/opt/bin:$PATH\n',
    ],
    good: ['FROM debian:12\nRUN make install\nENV PATH=/opt/bin:$PATH\n', 'FROM debian:12\nRUN echo RUN\n'],
  },
  *check(file) {
    for (const use of file.commandsMatching(instruction)) {
      const fix = use.command.name.text === 'RUN' ? withoutRun(file, use) : undefined;
      yield {
        range: file.range(use.command.name),
        message: `${use.command.name.text} is no program: this is still the RUN of the line before. Begin a new instruction, or delete the word.`,
        ...(fix && { fix }),
      };
    }
    for (const step of file.all('RUN')) {
      if (step.startLine === step.endLine || step.json !== undefined) continue;
      for (const { args } of file.script(step)?.commands ?? []) {
        const word = args.find((arg) => instruction.test(arg.text) && startsLine(file, arg));
        if (word) yield report(file, word);
      }
    }
  },
};

/** Not safe: as it stands, the shell stops here. */
function withoutRun(file: DockerfileFile, { command: { name, args } }: CommandUse): Finding['fix'] {
  const [program] = args;
  if (program === undefined || program.text.startsWith('--')) return undefined;
  const range = file.range({ start: name.start, end: program.start });
  return { title: 'Delete RUN', edits: [{ range, newText: '' }], safe: false };
}

function startsLine({ source: { text } }: DockerfileFile, { start, end }: Word): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return line.trim() === '' && /^[ \t]/.test(text.slice(end));
}

function report(file: DockerfileFile, word: Word): Finding {
  const { text, escape } = file.source;
  const before = text.slice(0, word.start).trimEnd();
  const from = before.endsWith(escape) ? before.slice(0, -1).trimEnd().length : undefined;
  return {
    range: file.range(word),
    message: `${word.text} is no instruction here: the line before goes on. Delete the ${escape} at its end.`,
    ...(from !== undefined && {
      fix: {
        title: `Delete the ${escape} before`,
        edits: [{ range: file.range({ start: from, end: before.length }), newText: '' }],
        safe: false,
      },
    }),
  };
}
