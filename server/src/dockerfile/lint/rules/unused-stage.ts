import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const unusedStage: Rule<DockerfileFile> = {
  id: 'unused-stage',
  summary: 'Use every stage',
  rationale: `The last stage is built, and what it needs. A stage that none of them continues or copies from is skipped unless it is the
build's \`--target\`, and nobody can ask for one without a name.

A stage with a name is reported only where it continues no other stage and no other stage of the file is left like it: the
usual sign of a mistyped \`--from\`, while files with several stages to choose from are left alone.`,
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: ['FROM node:22\nRUN npm ci\nFROM nginx:1.27\n', 'FROM golang:1.23 AS build\nRUN go build\nFROM alpine:3.20\n'],
    good: ['FROM golang:1.23 AS build\nFROM alpine:3.20\nCOPY --from=build /app /app\n'],
  },
  *check(file) {
    const used = new Set(
      file.references.flatMap(({ stage, step }) => (stage === undefined || stage === step.stage ? [] : stage)),
    );
    const unused = file.stages.slice(0, -1).filter((stage) => stage.from !== undefined && !used.has(stage));
    const named = unused.filter(({ name }) => name !== undefined);
    for (const stage of unused) {
      const { from, name, image, parent } = stage;
      if (from === undefined || (name !== undefined && (named.length > 1 || parent !== undefined))) continue;
      yield {
        range: file.range({ start: from.start, end: (name ?? image ?? from).end }),
        message:
          name === undefined
            ? 'Nothing uses this stage, and without a name no build can ask for it.'
            : `No stage uses ${name.text}: it is built only when it is the target.`,
      };
    }
  },
};
