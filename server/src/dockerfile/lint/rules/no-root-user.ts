import type { Rule } from '../../../lint/rule.ts';
import type { Stage } from '../../model/stage.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const noRootUser: Rule<DockerfileFile> = {
  id: 'no-root-user',
  summary: 'Do not end a stage as root',
  rationale: `The last \`USER\` of a stage is who runs the container. As root, whoever breaks out of the program owns the
container, and has a head start on the host. Switch to root for what needs it, and back to another user after that.

As in hadolint, every stage counts: one that another stage continues hands its user on.`,
  severity: 'warning',
  codes: ['DL3002'],
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nUSER root\nCMD ["sh"]\n', 'FROM alpine:3.20\nUSER app\nUSER 0:0\n'],
    good: ['FROM alpine:3.20\nUSER root\nRUN apk add --no-cache curl\nUSER app\n', 'FROM alpine:3.20\nUSER 1000\n'],
  },
  *check(file) {
    for (const stage of file.stages) {
      const last = stage.steps.findLast(({ name }) => name === 'USER');
      if (last === undefined || !isRoot(last.argument.text)) continue;
      const user = knownUser(stage);
      const end = stage.steps.at(-1)?.end ?? last.end;
      yield {
        range: file.range(last.argument),
        message: 'The stage ends as root. Switch to another user once root is not needed any more.',
        fix: {
          title: `End the stage as ${user}`,
          edits: [{ range: file.range({ start: end, end }), newText: `${file.eol}${keyword(last)} ${user}` }],
          safe: false,
        },
      };
    }
  },
};

function isRoot(user: string): boolean {
  return /^["']?(root|0)(:|["']?$)/.test(user);
}

/** A user that the stage switched to before; else one that many base images have. */
function knownUser(stage: Stage): string {
  const users = stage.steps.filter(({ name }) => name === 'USER').map(({ argument }) => argument.text);
  return users.findLast((user) => user !== '' && !isRoot(user)) ?? 'nobody';
}

function keyword({ keyword }: Step): string {
  return keyword.text;
}
