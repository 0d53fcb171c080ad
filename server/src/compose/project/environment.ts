import { type EnvError, readEnvFile } from '../interpolation/dotenv.ts';
import type { Lookup, VariableValue } from '../interpolation/expand.ts';
import type { Scope } from './model.ts';

/** What variables stand for, and where each value comes from. Its answers do not change. */
export interface Environment {
  readonly get: Lookup;
  readonly names: () => Iterable<string>;
  /** The env files that it was read from, with what is wrong in them. */
  readonly files: readonly { readonly path: string; readonly errors: readonly EnvError[] }[];
}

export interface EnvText {
  readonly path: string;
  readonly text: string;
}

/** Values by name. */
export function environmentOf(values: ReadonlyMap<string, VariableValue>): Environment {
  return { get: (name) => values.get(name), names: () => values.keys(), files: [] };
}

export const emptyEnvironment: Environment = environmentOf(new Map());

/** The process's own variables. */
export function shellEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  return environmentOf(
    new Map(
      Object.entries(env).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, { value, source: { kind: 'shell' } }] as const],
      ),
    ),
  );
}

/** An environment with what env files add; what is set already wins over them, and a later file over an earlier one. */
export function withEnvFiles(base: Environment, files: readonly EnvText[]): Environment {
  if (files.length === 0) return base;
  const added = new Map<string, VariableValue>();
  const lookup: Lookup = (name) => base.get(name) ?? added.get(name);
  const read = files.map(({ path, text }) => {
    const { entries, errors } = readEnvFile(text, lookup);
    for (const { name, value, valueStart: start, end } of entries)
      if (value !== undefined) added.set(name, { value, source: { kind: 'file', path, start, end } });
    return { path, errors };
  });
  return {
    get: lookup,
    names: () => new Set([...base.names(), ...added.keys()]),
    files: [...base.files, ...read],
  };
}

interface Remembered {
  readonly base: Environment;
  readonly files: readonly EnvText[];
  readonly environment: Environment;
  readonly scope: Scope;
}

interface ScopeOptions extends Pick<Remembered, 'base' | 'files'> {
  readonly folder: string;
  /** The project's; empty when there is none. */
  readonly name?: string;
}

/** An environment in which the project's name is a variable, unless it is one already. */
function withName(environment: Environment, name: string): Environment {
  const variable = 'COMPOSE_PROJECT_NAME';
  if (name === '' || environment.get(variable)) return environment;
  const own: VariableValue = { value: name, source: { kind: 'project' } };
  return {
    get: (asked) => (asked === variable ? own : environment.get(asked)),
    names: () => [...environment.names(), variable],
    files: environment.files,
  };
}

/** What files are read in, the same as long as it says the same: what was built in it before counts on. */
export class ScopeMemory {
  readonly #known = new Map<string, Remembered>();

  of({ base, files, folder, name = '' }: ScopeOptions): Remembered {
    const key = [folder, name, ...files.map(({ path }) => path)].join('\n');
    const known = this.#known.get(key);
    if (known?.base === base && known.files.every(({ text }, index) => text === files[index]?.text)) return known;
    const environment = withName(withEnvFiles(base, files), name);
    const made = { base, files, environment, scope: { lookup: environment.get, folder } };
    this.#known.set(key, made);
    return made;
  }
}
