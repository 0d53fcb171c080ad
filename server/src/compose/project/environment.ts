import type { Lookup, VariableValue } from '../interpolation/expand.ts';

/** What variables stand for in a project, and where each comes from. One that is made for a version of the project does not change. */
export interface Environment {
  readonly get: Lookup;
  readonly names: () => Iterable<string>;
}

/** Values by name; what comes first wins. */
export function environmentOf(...layers: readonly ReadonlyMap<string, VariableValue>[]): Environment {
  return {
    get: (name) => layers.find((layer) => layer.has(name))?.get(name),
    names: () => new Set(layers.flatMap((layer) => Array.from(layer.keys()))),
  };
}

/** The process's own variables. */
export function shellVariables(env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, VariableValue> {
  return new Map(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, source: { kind: 'shell' } }] as const],
    ),
  );
}
