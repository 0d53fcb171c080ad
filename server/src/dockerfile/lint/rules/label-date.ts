import type { Finding, Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { requoted, wrongLabels, type Label } from '../labels.ts';

export const labelDate: Rule<DockerfileFile> = {
  id: 'label-date',
  summary: 'Write labels of type rfc3339 as dates with time and zone',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels hold a date. RFC 3339 writes it in full, with the
time and its zone, as \`2026-01-31T10:30:00Z\`: so every tool reads the same moment.`,
  severity: 'warning',
  codes: ['DL3053'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  org.opencontainers.image.created: rfc3339\n' },
    bad: [
      'FROM alpine:3.20\nLABEL org.opencontainers.image.created=2026-01-31\n',
      'FROM alpine:3.20\nLABEL org.opencontainers.image.created="yesterday"\n',
    ],
    good: ['FROM alpine:3.20\nLABEL org.opencontainers.image.created=2026-01-31T10:30:00+01:00\n'],
  },
  *check(file) {
    for (const label of wrongLabels(file, { type: 'rfc3339', isRight: isDate })) {
      yield {
        range: file.range(label.place),
        message: `The label ${label.name} must be a date by RFC 3339, like 2026-01-31T10:30:00Z.`,
        ...completed(file, label),
      };
    }
  },
};

function isDate(value: string): boolean {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/
      .exec(value)
      ?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12;
  // 60 is a leap second.
  return exists && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) <= 60;
}

/** What is missing of a date, as far as it can be told: midnight, and UTC. */
function completed(
  file: DockerfileFile,
  { value, assignment, place }: Label & { readonly value: string },
): Pick<Finding, 'fix'> {
  const [whole, date, time = '00:00', seconds = ''] =
    /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?$/.exec(value) ?? [];
  const full = `${date ?? ''}T${time}${seconds === '' ? ':00' : seconds}Z`;
  if (whole === undefined || !isDate(full) || assignment.value?.includes('$') === true) return {};
  const edits = [{ range: file.range(place), newText: requoted(assignment.value, full) }];
  return { fix: { title: `Write ${full}`, edits, safe: false } };
}
