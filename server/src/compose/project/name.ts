import { basename } from 'node:path';
import type { Environment } from './environment.ts';
import type { Value } from './model.ts';

/** The files that compose looks for, best first. */
export const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const;
/** Those that it merges over the one that was found, best first. */
export const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
] as const;

export interface NameOptions {
  /** Given on the command line. */
  readonly asked: string | undefined;
  readonly environment: Environment;
  /** What the files say, in the order in which they are merged. */
  readonly named: readonly (Value | undefined)[];
  readonly folder: string;
}

/** The name of a project: asked for, from the environment, from the last file that has one, or the folder's. */
export function projectName({ asked, environment, named, folder }: NameOptions): string {
  const given = asked ?? environment.get('COMPOSE_PROJECT_NAME')?.value ?? '';
  if (given !== '') return given;
  const last = named.findLast((value) => value?.kind === 'scalar' && value.text !== '');
  const name = last?.kind === 'scalar' ? normalizeName(last.text) : '';
  return name === '' ? normalizeName(basename(folder)) : name;
}

/** As compose has names: lower case, letters, digits, `-` and `_`, beginning with a letter or a digit. */
export function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}
