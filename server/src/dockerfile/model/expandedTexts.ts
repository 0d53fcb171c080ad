import type { Step } from './step.ts';
import { expand } from './variables.ts';

/** Where a step uses a variable that the build replaces. Offsets are the document's. */
export interface VariableUse {
  readonly step: Step;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
}

/** Instructions whose words the build expands itself; the others leave it to the shell or do not expand. */
const expanding = new Set(['ADD', 'ARG', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);

/**
 * The variables that BuildKit replaces in a step, flags and here-documents of `COPY` and `ADD` included, and the mounts
 * of a `RUN`.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expandedTexts(step: Step): readonly VariableUse[] {
  if (!step.line.text.includes('$') && step.heredocs.length === 0) return [];
  const { line } = step;
  const uses: VariableUse[] = [];
  const read = (text: string, offsetAt: (index: number) => number, keepQuotes = false): void => {
    if (!text.includes('$')) return;
    const { references } = expand(text, { escape: step.escape, lookup: () => '', keepQuotes });
    for (const { name, start, end, nameStart } of references)
      uses.push({ step, name, start: offsetAt(start), end: offsetAt(end - 1) + 1, nameStart: offsetAt(nameStart) });
  };
  if (step.name === 'RUN') {
    for (const { name, value = '', within } of step.flags)
      if (name === 'mount') read(value, (index) => within(index, 1).start);
    return uses;
  }
  if (!expanding.has(step.name)) return uses;
  if (['ENV', 'LABEL', 'ARG'].includes(step.name)) {
    for (const { text, offsetAt } of assignmentTexts(step)) read(text, offsetAt);
    return uses;
  }
  read(line.text, (index) => line.offsetAt(index));
  if (step.name === 'COPY' || step.name === 'ADD')
    for (const { body, expand: expands } of step.heredocs)
      if (expands) read(step.textOf(body), (index) => body.start + index, true);
  return uses;
}

/** Each assignment by itself, so that a stray quote in one does not hide the next. */
function assignmentTexts(step: Step): { text: string; offsetAt: (index: number) => number }[] {
  const { line } = step;
  const [, ...later] = step.assignments.map(({ start }) => line.indexAt(start));
  const ends = [...later, line.text.length];
  return ends.map((end, i) => {
    const begin = ends[i - 1] ?? 0;
    return { text: line.text.slice(begin, end), offsetAt: (index) => line.offsetAt(begin + index) };
  });
}
