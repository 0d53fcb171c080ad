import { readTemplate, type Variable } from '../interpolation/template.ts';
import type { Scalar } from '../yaml/node.ts';

/** Whether compose replaces something in a value: what it stands for is not known then. */
export function hasVariables(scalar: Scalar): boolean {
  if (!scalar.text.includes('$')) return false;
  const { variables, errors } = readTemplate(scalar.text);
  return variables.length > 0 || errors.length > 0;
}

/** The malformed variables of a value, by offsets in the file; of the whole value when an escape or a fold moves them. */
export function templateErrors(scalar: Scalar): { start: number; end: number; message: string }[] {
  if (!scalar.text.includes('$') || scalar.type !== 'string') return [];
  const { errors } = readTemplate(scalar.text);
  if (errors.length === 0) return [];
  const shift = writtenAt(scalar);
  return errors.map(({ start, end, message }) =>
    shift === undefined
      ? { start: scalar.start, end: scalar.end, message }
      : { start: start + shift, end: end + shift, message },
  );
}

/** The variables of a value, by offsets in the file. */
export function variablesOf(scalar: Scalar): Variable[] {
  if (!scalar.text.includes('$')) return [];
  const shift = scalar.raw === undefined ? (writtenAt(scalar) ?? scalar.start) : scalar.start;
  const moved = ({ start, end, nameStart, ...rest }: Variable): Variable => ({
    ...rest,
    start: start + shift,
    end: end + shift,
    nameStart: nameStart + shift,
  });
  return readTemplate(scalar.raw ?? scalar.text).variables.map(moved);
}

/** Where the text begins in the file, when it is written as it reads: no escapes, no folded lines. */
export function writtenAt(scalar: Scalar): number | undefined {
  const { style, start, end, text } = scalar;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  return end - start === text.length + 2 * quote ? start + quote : undefined;
}
