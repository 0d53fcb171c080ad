import { readEnvFile, readRawEnvFile } from '../../interpolation/dotenv.ts';
import type { Environment } from '../environment.ts';
import { implied } from '../forms.ts';
import type { Library } from '../library.ts';
import { pathOf } from '../paths.ts';
import { envFiles, labelFiles } from '../read/envFiles.ts';
import type { Service } from '../service.ts';
import { isPlainMapping, type Plain, type PlainMapping } from './plain.ts';
import { textPairs } from './value.ts';

export interface NormalOptions {
  readonly environment: Environment;
  /** Where the env files of services are. */
  readonly library: Pick<Library, 'text'>;
}

/** The variables of a service: of its env files in their order, then its own. */
export function environmentOf(service: Service, { environment, library }: NormalOptions): Plain | undefined {
  const own = textPairs(service.value.get('environment') ?? implied(null, service.value));
  const all: Record<string, Plain> = {};
  const mine = isPlainMapping(own) ? own : {};
  for (const { path, format } of envFiles(service)) {
    const file = pathOf(path);
    const text = file === undefined ? undefined : library.text(file);
    if (typeof text !== 'string') continue;
    const read = format?.text === 'raw' ? readRawEnvFile : readEnvFile;
    const { entries } = read(text, (name) => {
      const value = mine[name] ?? all[name];
      return typeof value === 'string' ? { value, source: { kind: 'shell' } } : environment.get(name);
    });
    for (const { name, value } of entries) if (value !== undefined) all[name] = value;
  }
  for (const [name, value] of Object.entries(mine)) all[name] = value ?? environment.get(name)?.value ?? null;
  return Object.keys(all).length === 0 ? undefined : sortedMapping(all);
}

/** The labels of a service: of its label files in their order, then its own. */
export function labelsOf(service: Service, { library, environment }: NormalOptions): Plain | undefined {
  const all: Record<string, Plain> = {};
  for (const path of labelFiles(service)) {
    const file = pathOf(path);
    const text = file === undefined ? undefined : library.text(file);
    if (typeof text !== 'string') continue;
    for (const { name, value } of readEnvFile(text, environment.get).entries)
      if (value !== undefined) all[name] = value;
  }
  const own = textPairs(service.value.get('labels') ?? implied(null, service.value));
  for (const [name, value] of Object.entries(isPlainMapping(own) ? own : {})) all[name] = value ?? '';
  return Object.keys(all).length === 0 ? undefined : sortedMapping(all);
}

function sortedMapping(mapping: Readonly<Record<string, Plain>>): PlainMapping {
  return Object.fromEntries(Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1)));
}
