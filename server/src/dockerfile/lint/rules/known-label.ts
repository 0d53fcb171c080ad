import type { TextEdit } from 'vscode-languageserver-types';
import type { Rule } from '../../../lint/rule.ts';
import { closest } from '../../../lint/closest.ts';
import type { DockerfileFile } from '../file.ts';
import { labels, placeOfValue, requoted, type Label } from '../labels.ts';
import { wholeLines } from '../wholeLines.ts';

export const knownLabel: Rule<DockerfileFile> = {
  id: 'known-label',
  summary: 'Set only labels that the schema has',
  rationale: `With \`strict-labels: true\` in \`.hadolint.yaml\` an image may have the labels of \`label-schema\` and no others: most
often, another one is a misspelt one.`,
  severity: 'info',
  codes: ['DL3050'],
  tags: [1],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'strict-labels: true\nlabel-schema:\n  vendor: text\n' },
    bad: ['FROM alpine:3.20\nLABEL vendor="Acme" note="old"\n', 'FROM alpine:3.20\nLABEL vendro="Acme"\n'],
    good: ['FROM alpine:3.20\nLABEL vendor="Acme"\n'],
  },
  *check(file) {
    const { labelSchema: schema, strictLabels } = file.config;
    if (strictLabels !== true) return;
    for (const label of labels(file)) {
      const { name, assignment } = label;
      if (schema[name] !== undefined) continue;
      const meant = closest(name, Object.keys(schema));
      const remove = { title: `Delete ${name}`, edits: [removal(file, label)], safe: false };
      const rename = meant !== undefined && {
        title: `Change to ${meant}`,
        edits: [{ range: file.range(assignment), newText: requoted(label.step.textOf(assignment), meant) }],
        safe: false,
      };
      yield {
        range: file.range(assignment),
        message: `The label ${name} is not in the schema.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        ...(rename ? { fix: rename, alternatives: [remove] } : { fix: remove }),
      };
    }
  },
};

/** One label of several goes with the blanks beside it, the only one with its instruction. */
function removal(file: DockerfileFile, { step, assignment, place }: Label): TextEdit {
  const all = step.assignments;
  const at = all.indexOf(assignment);
  const next = all[at + 1];
  const before = all[at - 1];
  if (next !== undefined) return { range: file.range({ start: assignment.start, end: next.start }), newText: '' };
  if (before !== undefined)
    return { range: file.range({ start: placeOfValue(step, before).end, end: place.end }), newText: '' };
  return { range: wholeLines(file, step.startLine, step.endLine), newText: '' };
}
