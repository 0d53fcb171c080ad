import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Step } from '../../model/step.ts';
import { expand } from '../../model/variables.ts';
import type { DockerfileFile } from '../file.ts';

export const numericUser: Rule<DockerfileFile> = {
  id: 'numeric-user',
  summary: 'Name the user by number',
  rationale: `Whoever runs the container from outside cannot look a name up: Kubernetes refuses an image with a named user where
\`runAsNonRoot\` is asked for, and a volume shows numbers only.

The last \`USER\` of the last stage is looked at, as hadolint does after its version 2.15.1; before, it reported each. \`root\`
is 0 everywhere, so it is not reported here. Variables count with the value that the file gives; a declared \`ARG\` without
one is taken to be a number, and so is what the base image sets, where the editor's engine has it.`,
  severity: 'info',
  codes: ['DL3066'],
  examples: {
    bad: ['FROM alpine:3.20\nRUN adduser -D -u 1000 app\nUSER app\n'],
    good: ['FROM alpine:3.20\nUSER 1000:1000\n', 'FROM alpine:3.20\nARG UID\nUSER $UID\n'],
  },
  *check(file) {
    const step = file.stages.at(-1)?.steps.findLast(({ name }) => name === 'USER');
    if (step !== undefined && step.argument.text !== '' && !isNumeric(file, step)) yield report(file, step);
  },
};

function isNumeric(file: DockerfileFile, step: Step): boolean {
  const values = file.values.at(step);
  const inherited = file.baseImage(step.stage)?.env ?? [];
  const { text } = expand(step.argument.text, {
    escape: step.escape,
    lookup: (name) => values.get(name) ?? (values.has(name) || inherited.includes(name) ? '0' : undefined),
  });
  const [user = ''] = text.split(':');
  return user === 'root' || /^\d+$/.test(user);
}

function report(file: DockerfileFile, step: Step): Finding {
  const { argument } = step;
  const quoted = /^["']/.test(argument.text) ? 1 : 0;
  const [name = ''] = argument.text.slice(quoted).split(argument.text.includes('$') ? /["']/ : /[:"']/);
  const range = file.range(step.within(argument, quoted, name.length));
  const uid = createdWith(file, name);
  return {
    range,
    message: `The user ${name} has no number that is known outside of the image. Use its uid.`,
    ...(uid !== undefined && {
      fix: { title: `Use ${uid}`, edits: [{ range, newText: uid }], safe: false },
    }),
  };
}

/** The uid that the file gives to a user that it creates. */
function createdWith(file: DockerfileFile, user: string): string | undefined {
  for (const { command } of file.commands('useradd', 'adduser')) {
    const words = command.args.map(({ text }) => text);
    if (words.at(-1) !== user && !words.includes(user)) continue;
    const at = words.findIndex((word) => /^(-[a-zA-Z]*u|--uid)$/.test(word));
    const uid = at < 0 ? words.find((word) => /^(--uid=|-u)\d+$/.test(word))?.replace(/^\D+/, '') : words[at + 1];
    if (uid !== undefined && /^\d+$/.test(uid)) return uid;
  }
  return undefined;
}
