import type { Finding, Rule } from '../../../lint/rule.ts';
import { deleteStep } from '../deleteStep.ts';
import type { DockerfileFile } from '../file.ts';
import type { Step } from '../../model/step.ts';

export const onePerStage: Rule<DockerfileFile> = {
  id: 'one-per-stage',
  summary: 'Say CMD, ENTRYPOINT and HEALTHCHECK once per stage',
  rationale: `Only the last \`CMD\`, \`ENTRYPOINT\` and \`HEALTHCHECK\` of a stage counts; those before it do nothing, in silence.

BuildKit reports the one that does nothing, hadolint the one that takes its place, each under its own name. What a stage
takes over from the stage it continues is not counted.`,
  severity: 'warning',
  codes: ['DL3012', 'DL4003', 'DL4004', 'MultipleInstructionsDisallowed'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM alpine:3.20\nCMD ["one"]\nCMD ["two"]\n',
      'FROM alpine:3.20\nENTRYPOINT ["one"]\nENTRYPOINT ["two"]\n',
      'FROM alpine:3.20\nHEALTHCHECK NONE\nHEALTHCHECK CMD ["probe"]\n',
    ],
    good: [
      'FROM alpine:3.20 AS build\nCMD ["one"]\nFROM build\nCMD ["two"]\n',
      'FROM alpine:3.20\nENTRYPOINT ["one"]\nCMD ["two"]\n',
    ],
  },
  *check(file) {
    for (const { steps } of file.stages) {
      const last = new Map<string, Step>();
      for (const step of steps) {
        if (!kinds.has(step.name)) continue;
        const earlier = last.get(step.name);
        if (earlier) yield* report(file, { earlier, later: step });
        last.set(step.name, step);
      }
    }
  },
};

interface Kind {
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['HEALTHCHECK', { code: 'DL3012', severity: 'error' }],
  ['CMD', { code: 'DL4003', severity: 'warning' }],
  ['ENTRYPOINT', { code: 'DL4004', severity: 'error' }],
]);

function* report(
  file: DockerfileFile,
  { earlier, later }: { readonly earlier: Step; readonly later: Step },
): Iterable<Finding> {
  const { name } = later;
  const kind = kinds.get(name);
  if (kind === undefined) return;
  const fix = { title: `Delete the ${name} before`, edits: [deleteStep(file, earlier)], safe: false };
  yield {
    range: file.range(earlier.keyword),
    message: `This ${name} does nothing: another one follows in the stage.`,
    codes: ['MultipleInstructionsDisallowed'],
    tags: [1],
    related: [{ range: file.range(later.keyword), message: `The ${name} that counts` }],
    fix: { ...fix, title: `Delete this ${name}` },
  };
  yield {
    range: file.range(later.keyword),
    message: `The stage has a ${name} already, and only the last one counts. Keep one.`,
    codes: [kind.code],
    severity: kind.severity,
    related: [{ range: file.range(earlier.keyword), message: `The ${name} before` }],
    fix,
  };
}
