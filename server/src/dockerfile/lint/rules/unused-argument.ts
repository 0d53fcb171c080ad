import type { Finding, Rule } from '../../../lint/rule.ts';
import { isPredefinedArgument } from '../../model/predefinedArguments.ts';
import type { Step } from '../../model/step.ts';
import { ArgumentUses } from '../argumentUses.ts';
import { deleteStep } from '../deleteStep.ts';
import type { DockerfileFile } from '../file.ts';

export const unusedArgument: Rule<DockerfileFile> = {
  id: 'unused-argument',
  summary: 'Declare only arguments that are used',
  rationale: `An \`ARG\` that nothing uses looks like something that a build can choose. One before the first \`FROM\` is used by a \`FROM\`, by
another \`ARG\`, or by a stage that declares it again; one of a stage by what follows in the stage and in those that continue
it.

A \`RUN\` has the arguments of its stage in its environment, where a program may read them without being told. So an argument
of a stage is reported only where something follows it and all programs after it are known not to (\`apt-get\`, \`mkdir\`, \`curl\` and the like); and
names that such programs do read, or that are there to break the cache, are not.`,
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: ['ARG VERSION=3.20\nFROM alpine:3.20\n', 'FROM alpine:3.20\nARG USER_NAME=app\nRUN adduser -D app\n'],
    good: [
      'ARG VERSION=3.20\nFROM alpine:$VERSION\n',
      'FROM alpine:3.20\nARG USER_NAME=app\nRUN adduser -D "$USER_NAME"\n',
      'FROM debian:12\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update\n',
      'FROM golang:1.23\nARG CGO_ENABLED=0\nRUN go build ./...\n',
    ],
  },
  *check(file) {
    const steps = file.all('ARG').filter(({ onbuild }) => !onbuild);
    if (steps.length === 0) return;
    const uses = new ArgumentUses(
      file,
      steps.flatMap(({ assignments }) => assignments.map(({ name }) => name)),
    );
    for (const step of steps) {
      const isGlobal = step.stage.from === undefined;
      if (!isGlobal && (uses.mayBeRead(step) || isBeingWritten(step))) continue;
      for (const { name, start, end } of step.assignments) {
        if (isPredefinedArgument(name) || (!isGlobal && readByPrograms.test(name)) || uses.has(name, step)) continue;
        yield report(file, { step, name, at: { start, end } });
      }
    }
  },
};

/** Nothing but more arguments follows in the stage. */
function isBeingWritten({ stage, start }: Step): boolean {
  return (stage.steps.findLast(({ name }) => name !== 'ARG')?.start ?? 0) < start;
}

const readByPrograms =
  /^(DEBIAN_FRONTEND|DEBCONF_\w+|APT_\w+|ACCEPT_EULA|LANG|LANGUAGE|LC_\w+|TZ|TERM|HOME|PATH|\w*CACHE\w*|\w*BUST\w*|\w*REBUILD\w*)$/i;

function report(
  file: DockerfileFile,
  { step, name, at }: { readonly step: Step; readonly name: string; readonly at: { start: number; end: number } },
): Finding {
  const only = step.assignments.length === 1;
  return {
    range: file.range(at),
    message:
      step.stage.from === undefined
        ? `No FROM uses the argument ${name}, and no stage declares it again.`
        : `Nothing after this uses the argument ${name}.`,
    ...(only && { fix: { title: `Delete ${name}`, edits: [deleteStep(file, step)], safe: false } }),
  };
}
