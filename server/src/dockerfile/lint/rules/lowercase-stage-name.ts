import type { Rule } from '../../../lint/rule.ts';
import { mountsOf } from '../../model/mounts.ts';
import type { Stage } from '../../model/stage.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';

export const lowercaseStageName: Rule<DockerfileFile> = {
  id: 'lowercase-stage-name',
  summary: 'Write stage names in lower case',
  rationale: `Stage names are compared without regard to case. Written in lower case they look like what they are beside the
upper-case instructions, and the same everywhere they are used.`,
  severity: 'warning',
  codes: ['StageNameCasing'],
  examples: {
    bad: ['FROM golang:1.23 AS Build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=Build /app /app\n'],
    good: ['FROM golang:1.23 AS build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n'],
  },
  *check(file) {
    for (const stage of file.stages) {
      const { name } = stage;
      if (name === undefined || stage.from?.words.length !== 3 || name.text === name.text.toLowerCase()) continue;
      const lower = name.text.toLowerCase();
      yield {
        range: file.range(name),
        message: `Write the stage name in lower case: ${lower}.`,
        fix: {
          title: `Rename to ${lower}`,
          edits: uses(file, stage).map((at) => ({ range: file.range(at), newText: lower })),
          safe: true,
        },
      };
    }
  },
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the stage is named in this spelling: itself, stages that continue it, `--from` and mounts. */
function uses(file: DockerfileFile, { name, index }: Stage): Span[] {
  const spelling = name?.text ?? '';
  const found: Span[] = name ? [name] : [];
  for (const stage of file.stages.slice(index + 1)) {
    if (stage.image?.text === spelling) found.push(stage.image);
    for (const step of stage.steps) found.push(...usesIn(step, spelling));
  }
  return found;
}

function usesIn(step: Step, spelling: string): Span[] {
  const from = step.flag('from');
  if (step.name === 'COPY' && from?.value === spelling) return [from.within(0, spelling.length)];
  if (step.name !== 'RUN') return [];
  return mountsOf(step).flatMap((mount) => (mount.from === spelling && mount.fromRange ? [mount.fromRange] : []));
}
