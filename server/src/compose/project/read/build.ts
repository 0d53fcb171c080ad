import type { Piece, Value } from '../model.ts';
import type { Service } from '../service.ts';
import { type Pair, pairs } from './pairs.ts';

/** How a service's image is built; the short form is the context. */
export interface Build {
  readonly value: Value;
  readonly context?: Piece;
  readonly dockerfile?: Piece;
  readonly inline?: Piece;
  readonly target?: Piece;
  readonly args: readonly Pair[];
}

/** The `build` of a service; `undefined` when it has none. */
export function buildOf({ value: service }: Pick<Service, 'value'>): Build | undefined {
  const value = service.get('build');
  if (value === undefined || value.kind === 'sequence') return undefined;
  if (value.kind === 'scalar') return value.value === null ? undefined : { value, context: value, args: [] };
  const [context, dockerfile] = [value.scalar('context'), value.scalar('dockerfile')];
  const [inline, target] = [value.scalar('dockerfile_inline'), value.scalar('target')];
  return {
    value,
    ...(context && { context }),
    ...(dockerfile && { dockerfile }),
    ...(inline && { inline }),
    ...(target && { target }),
    args: pairs(value.get('args')),
  };
}
