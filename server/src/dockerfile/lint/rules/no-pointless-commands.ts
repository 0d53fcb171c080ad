import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

/** What each is for, and why that is not so while an image is built. */
const pointless: Readonly<Record<string, string>> = {
  free: 'shows the memory of the machine that builds',
  kill: 'ends a process, but a RUN has none but its own',
  mount: 'needs rights that a build does not have, and is gone after this RUN. Use RUN --mount',
  ps: 'shows processes, but a RUN has none but its own',
  service: 'starts what ends with this RUN. Start it from CMD or ENTRYPOINT',
  shutdown: 'has nothing to shut down in a build',
  ssh: 'needs somebody to answer, and keys that stay in the image. Use RUN --mount=type=ssh where something needs a key',
  top: 'shows processes, but a RUN has none but its own',
  vim: 'needs somebody to type',
};

export const noPointlessCommands: Rule<DockerfileFile> = {
  id: 'no-pointless-commands',
  summary: 'Do not run commands that make no sense in a build',
  rationale: `While an image is built nobody sits in front of it, and no process lives longer than its \`RUN\`. So it is no use
to watch processes or memory, to start a service, or to edit by hand: ${Object.keys(pointless)
    .map((name) => `\`${name}\``)
    .join(', ')}.

Installing one of them is not reported, running it is.`,
  severity: 'info',
  codes: ['DL3001'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN service nginx start\n'],
    good: ['FROM debian:12\nRUN apt-get install -y vim=2:9.*\nCMD ["nginx", "-g", "daemon off;"]\n'],
  },
  *check(file) {
    for (const { command } of file.commands(...Object.keys(pointless))) {
      const { text } = command.name;
      yield {
        range: file.range(command.name),
        subject: file.range(command),
        message: `${text} makes no sense here: it ${pointless[text] ?? ''}.`,
      };
    }
  },
};
