import { basename } from 'node:path';
import type { Environment } from './environment.ts';
import type { Components } from './project.ts';

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
  readonly top: Components | undefined;
  readonly folder: string;
}

/** The name of a project: asked for, from the environment, from the last file that has one, or the folder's. */
export function projectName({ asked, environment, top, folder }: NameOptions): string {
  const given = asked ?? environment.get('COMPOSE_PROJECT_NAME')?.value ?? '';
  if (given !== '') return given;
  const values = (top?.get('name') ?? []).map(({ resolve }) => resolve().value);
  const last = values.findLast((value) => value.kind === 'scalar' && value.text !== '');
  const named = last?.kind === 'scalar' ? normalizeName(last.text) : '';
  return named === '' ? normalizeName(basename(folder)) : named;
}

/** As compose has names: lower case, letters, digits, `-` and `_`, beginning with a letter or a digit. */
export function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}
