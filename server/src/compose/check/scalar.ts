import { cast } from '../interpolation/cast.ts';
import type { ScalarShape, Shape } from '../schema/shape.ts';
import type { Scalar } from '../yaml/node.ts';
import type { ScalarType } from '../yaml/scalar.ts';
import type { Report } from './report.ts';
import { underline } from './report.ts';
import { checkValue } from './values/value.ts';
import { hasVariables } from './variables.ts';
import { invalidValue, wrongType } from './wording.ts';

/**
 * A scalar against the shape of its place, as compose checks it: after strings were cast where it casts. What fits is
 * held against what its place stands for.
 */
export function checkScalar(node: Scalar, shape: Shape): Iterable<Report> {
  const { scalar } = shape;
  if (!scalar || hasVariables(node)) return [];
  const key = node.parent?.kind === 'entry' ? node.parent.key.text : '';
  if (!fits(node, scalar)) return [wrongType(node, shape, { key, at: underline(node) })];
  const { value } = node;
  if (typeof value === 'string') {
    if (scalar.enum && !scalar.enum.includes(value)) return [invalidValue(node, { key, allowed: scalar.enum })];
    if (scalar.pattern !== undefined && !new RegExp(scalar.pattern, 'u').test(value))
      return [invalidValue(node, { key, allowed: Object.keys(scalar.values ?? {}), pattern: scalar.pattern })];
  }
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = scalar;
    if (value < minimum || value > maximum) return [invalidValue(node, { key, allowed: [], minimum, maximum })];
  }
  return checkValue(node, scalar);
}

function fits(node: Scalar, { types, cast: castTo }: ScalarShape): boolean {
  const { type, text } = node;
  if (type === 'string' && castTo) return cast(text, castTo) !== undefined;
  return admits(types, type);
}

/** JSON schema: every integer is a number. */
function admits(types: readonly ScalarType[], type: ScalarType): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}
