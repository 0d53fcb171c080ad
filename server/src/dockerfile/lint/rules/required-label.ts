import type { Rule } from '../../../lint/rule.ts';
import type { Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

export const requiredLabel: Rule<DockerfileFile> = {
  id: 'required-label',
  summary: 'Set the labels of the schema',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` names the labels that every image must have.

A stage that another one only copies from, mounts, or continues and labels itself is no image to ship, and is not reported.
hadolint knows such stages by \`COPY --from=NAME\` and by continuing stages without a name of their own only.

The fix leaves the value to be filled in, so it is offered and never applied in bulk.`,
  severity: 'info',
  codes: ['DL3049'],
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  vendor: text\n' },
    bad: ['FROM alpine:3.20\nRUN make\n', 'FROM alpine:3.20 AS base\nLABEL vendor="Acme"\nFROM debian:12\n'],
    good: [
      'FROM alpine:3.20\nLABEL vendor="Acme"\n',
      'FROM alpine:3.20 AS base\nLABEL vendor="Acme"\nFROM base\n',
      'FROM golang:1.23 AS build\nRUN make\nFROM alpine:3.20\nLABEL vendor="Acme"\nCOPY --from=build /app /app\n',
    ],
  },
  *check(file) {
    const required = Object.keys(file.config.labelSchema);
    if (required.length === 0) return;
    const used = usedStages(file);
    const labeled = required.map((name) => ({ name, stages: labeledStages(file, name) }));
    for (const stage of file.stages) {
      const { from, image } = stage;
      if (from === undefined || used.has(stage)) continue;
      for (const { name, stages } of labeled) {
        if (stages.has(stage)) continue;
        const label = keywordLike(from, 'LABEL');
        const end = file.range({ start: from.end, end: from.end });
        yield {
          range: file.range(image ?? from.keyword),
          message: `The image has no label ${name}. Set it with LABEL.`,
          fix: {
            title: `Add the label ${name}`,
            edits: [{ range: end, newText: `${file.eol}${label} ${name}=""` }],
            safe: false,
          },
        };
      }
    }
  },
};

/** The stages that others copy from or mount. */
function usedStages(file: DockerfileFile): ReadonlySet<Stage> {
  const used = file.references.flatMap(({ kind, stage }) => (kind === 'from' || stage === undefined ? [] : [stage]));
  return new Set(used);
}

/** The stages that set a label, that continue one that does, or that one which does continues. */
function labeledStages(file: DockerfileFile, name: string): ReadonlySet<Stage> {
  const own = file.stages.filter(({ steps }) =>
    steps.some((step) => step.name === 'LABEL' && step.assignments.some((assignment) => assignment.name === name)),
  );
  const labeled = new Set(own);
  // Parents come before those that continue them.
  for (const stage of file.stages) if (stage.parent && labeled.has(stage.parent)) labeled.add(stage);
  // What is above a labeled stage that does not come from here was added before.
  for (const { parent } of own)
    for (let at = parent; at !== undefined && !labeled.has(at); at = at.parent) labeled.add(at);
  return labeled;
}
