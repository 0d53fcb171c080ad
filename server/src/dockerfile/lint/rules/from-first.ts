import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const fromFirst: Rule<DockerfileFile> = {
  id: 'from-first',
  summary: 'Begin with FROM',
  rationale: `Every instruction belongs to a stage, and \`FROM\` begins one. Only \`ARG\` may stand before it.

Where a file has no \`FROM\` at all, its first instruction is reported, and the others are not.`,
  severity: 'error',
  codes: ['DL3061'],
  examples: {
    bad: ['LABEL version=1\nFROM alpine:3.20\n', 'RUN make\nRUN make install\n'],
    good: ['# syntax=docker/dockerfile:1\nARG BASE=alpine:3.20\nFROM $BASE\nLABEL version=1\n'],
  },
  *check(file) {
    const [first, next] = file.stages;
    if (first === undefined || first.from !== undefined) return;
    const early = first.steps.filter(({ name }) => name !== 'ARG');
    for (const step of next === undefined ? early.slice(0, 1) : early)
      yield {
        range: file.range(step.keyword),
        message:
          next === undefined
            ? 'The file has no FROM. Begin a stage before this.'
            : `Only ARG may stand before the first FROM. Move the ${step.name} behind it.`,
      };
  },
};
