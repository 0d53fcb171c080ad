import { readTemplate, type Variable } from '../interpolation/template.ts';
import type { Scalar } from '../yaml/node.ts';
import { sourceMap } from '../yaml/source.ts';

/** Whether compose replaces something in a value: what it stands for is not known then. */
export function hasVariables(scalar: Scalar): boolean {
  if (!scalar.text.includes('$')) return false;
  const { variables, errors } = readTemplate(scalar.text);
  return variables.length > 0 || errors.length > 0;
}

/** The malformed variables of a value, by offsets in the file. */
export function templateErrors(scalar: Scalar): { start: number; end: number; message: string }[] {
  if (!scalar.text.includes('$') || scalar.type !== 'string') return [];
  const { errors } = readTemplate(scalar.text);
  if (errors.length === 0) return [];
  const inFile = placer(scalar);
  return errors.map(({ start, end, message }) => Object.assign(inFile(start, end), { message }));
}

/** The variables of a value, by offsets in the file. */
export function variablesOf(scalar: Scalar): Variable[] {
  if (!scalar.text.includes('$')) return [];
  const { variables } = readTemplate(scalar.text);
  if (variables.length === 0) return [];
  const inFile = placer(scalar);
  const moved = ({ start, end, nameStart, ...rest }: Variable): Variable => ({
    ...rest,
    ...inFile(start, end),
    nameStart: inFile(nameStart, nameStart + rest.name.length).start,
  });
  return variables.map(moved);
}

/** Turns offsets in a scalar's text into those of the file. */
export function placer(scalar: Scalar): (from: number, to: number) => { start: number; end: number } {
  const map = sourceMap(scalar);
  return (start, end) => {
    const { from, to } = map({ from: start, to: end });
    return { start: scalar.place.start + from, end: scalar.place.start + to };
  };
}

/** Where the text begins in the file, when it is written as it reads: no escapes, no folded lines. */
export function writtenAt(scalar: Scalar): number | undefined {
  const { style, start, end, text } = scalar;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  return end - start === text.length + 2 * quote ? start + quote : undefined;
}
