import type { Assignment } from '../model/assignments.ts';
import { knownText } from '../model/knownText.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** A label that a `LABEL` sets. Offsets are the document's. */
export interface Label {
  readonly step: Step;
  readonly assignment: Assignment;
  readonly name: string;
  /** Its value without quotes, variables replaced; `undefined` when one of them has no value here. */
  readonly value: string | undefined;
  /** Where the value stands, quotes included; empty, after the `=`, when there is none. */
  readonly place: { readonly start: number; readonly end: number };
}

/** The labels that the file sets, those of `ONBUILD` excepted: hadolint does not look at them. */
export function* labels(file: DockerfileFile): Iterable<Label> {
  for (const step of file.all('LABEL')) {
    if (step.onbuild !== undefined || step.assignments.length === 0) continue;
    const values = file.values.at(step);
    for (const assignment of step.assignments) {
      const { name, value: written = '' } = assignment;
      const value = knownText(written, { escape: step.escape, lookup: (key) => values.get(key) });
      yield { step, assignment, name, value, place: placeOfValue(step, assignment) };
    }
  }
}

/** The labels whose type in `label-schema` is this one, with a value that is known and not right. */
export function* wrongLabels(
  file: DockerfileFile,
  { type, isRight }: { readonly type: string; readonly isRight: (value: string) => boolean },
): Iterable<Label & { readonly value: string }> {
  const { labelSchema } = file.config;
  if (!Object.values(labelSchema).includes(type)) return;
  for (const label of labels(file)) {
    const { name, value } = label;
    if (labelSchema[name] === type && value !== undefined && !isRight(value)) yield { ...label, value };
  }
}

/** Where the value of an assignment stands: after the `=`, or after the blanks of the old form without one. */
export function placeOfValue(
  { line }: Step,
  { end, value = '' }: Assignment,
): { readonly start: number; readonly end: number } {
  const after = line.indexAt(end - 1) + 1;
  const at = line.text.charAt(after) === '=' ? after + 1 : line.text.indexOf(value, after);
  // The end of a part is not the beginning of the next one, which may be on another line.
  const start = value === '' ? line.offsetAt(Math.max(at - 1, 0)) + 1 : line.offsetAt(at);
  return { start, end: value === '' ? start : line.offsetAt(at + value.length - 1) + 1 };
}

/** A value in the place of another one, in the quotes that this one had. */
export function requoted(written: string | undefined, value: string): string {
  const quote = /^["']/.exec(written ?? '')?.[0] ?? '';
  return `${quote}${value}${quote}`;
}
