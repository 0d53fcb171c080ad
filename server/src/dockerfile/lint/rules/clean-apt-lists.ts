import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Step } from '../../model/step.ts';
import { isAptUpdate, removesAptLists } from '../apt.ts';
import type { DockerfileFile } from '../file.ts';
import { appendCommand } from '../appendCommand.ts';
import { keepsOutOfLayer } from '../keepsOutOfLayer.ts';

export const cleanAptLists: Rule<DockerfileFile> = {
  id: 'clean-apt-lists',
  summary: 'Delete the apt lists in the RUN that fetched them',
  rationale: `\`apt-get update\` leaves some 20 MB of package lists in its layer. They are of no use in the image, and only
the same \`RUN\` can take them away again: a later one hides them, but the layer keeps them.

A cache or tmpfs mount on the lists keeps them out of the layer as well. Only the last stage and those that another
stage continues are reported, since the layers of the others are not shipped; and \`ONBUILD\`, which runs in a stage to come.`,
  severity: 'info',
  codes: ['DL3009'],
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.* && rm -rf /var/lib/apt/lists/*\n',
      'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl=7.88.*\n',
      'FROM debian:12 AS build\nRUN apt-get update\nFROM scratch\nCOPY --from=build /bin/true /true\n',
    ],
  },
  *check(file) {
    const last = file.stages.at(-1);
    for (const step of file.steps({ onbuild: true })) {
      const continued = file.stages.some(({ parent }) => parent === step.stage);
      if (step.name !== 'RUN' || !(step.stage === last || continued || step.onbuild)) continue;
      const finding = inspect(file, step);
      if (finding) yield finding;
    }
  },
};

function inspect(file: DockerfileFile, step: Step): Finding | undefined {
  const script = file.script(step);
  const update = script?.commands.find(isAptUpdate);
  if (script === undefined || update === undefined || script.hasError) return undefined;
  if (script.commands.some(removesAptLists) || keepsOutOfLayer(step, '/var/lib/apt/lists')) return undefined;
  const verb = update.args.find(({ text }) => text === 'update') ?? update.name;
  const last = script.commands.findLast(({ name }) => ['apt', 'apt-get', 'aptitude'].includes(name.text)) ?? update;
  return {
    range: file.range({ start: update.name.start, end: verb.end }),
    message: 'The package lists stay in the layer. Delete /var/lib/apt/lists/* in the same RUN.',
    ...(step.json === undefined && {
      fix: {
        title: 'Delete the lists at the end',
        edits: [appendCommand(file, { step, after: last, text: 'rm -rf /var/lib/apt/lists/*' })],
        safe: last.topLevel,
      },
    }),
  };
}
