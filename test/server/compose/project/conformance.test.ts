import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { normalizeName } from '../../../../server/src/compose/project/name.ts';
import { type Plain, plainOf } from '../../../../server/src/compose/project/normal/plain.ts';
import { normalProject } from '../../../../server/src/compose/project/normal/project.ts';
import type { Project } from '../../../../server/src/compose/project/project.ts';
import { envFiles } from '../../../../server/src/compose/project/read/envFiles.ts';
import { memoryProject } from '../../../support/composeProject.ts';
import { type ReferenceCase, referenceCases } from './reference.ts';

/** These tests hand functions of their own to the loader: other default values. */
const withFunctions = new Set([742, 743, 745, 748]);

function named(cases: readonly ReferenceCase[]): (readonly [string, ReferenceCase])[] {
  return cases.filter(({ id }) => !withFunctions.has(id)).map((each) => [`#${each.id}`, each] as const);
}

interface Loaded {
  readonly folder: string;
  readonly discards: boolean;
  readonly project: Project;
  readonly normal: Plain;
}

function load(texts: readonly string[], { disk = [], env = {}, workdir, options = {}, id }: ReferenceCase): Loaded {
  const base = disk[0]?.path.startsWith('/') === true ? '/repo/loader' : '.';
  const folder = resolve('/base', workdir ?? base);
  const files = Object.fromEntries(disk.map(({ path, text = '' }) => [resolve('/base', path), text]));
  const profiles = Array.isArray(options['Profiles']) ? (options['Profiles'] as string[]) : ['*'];
  const shell = { HOME: '/home/foo', USER: 'jenny', ...(id === 360 && { FOO: 'BAR' }), ...env };
  const name = options['projectName'];
  const { project, library } = memoryProject({
    folder,
    texts,
    files,
    env: shell,
    profiles,
    ...(typeof name === 'string' && { name }),
  });
  const normal = normalProject(project, { library, unused: true });
  return { project, folder, discards: options['WithDiscardEnvFiles'] === true, normal };
}

function filesOf({ files, yaml = '' }: ReferenceCase): string[] {
  return files?.map(({ text }) => text) ?? [yaml];
}

const merges = referenceCases('merge').filter(({ want }) => want !== undefined);

describe.runIf(merges.length > 0)('merged files are what the reference makes of them', () => {
  test.each(named(merges))('%s', (_, each) => {
    expect(load(filesOf(each), each).normal).toEqual(load([each.want ?? ''], each).normal);
  });
});

const normalized = referenceCases('fragment').filter(({ want }) => want !== undefined);

describe.runIf(normalized.length > 0)('normalized files', () => {
  test.each(named(normalized))('%s', (_, each) => {
    const { normal, folder } = load(filesOf(each), each);
    // The name of the project is normalized elsewhere.
    const wanted = parse((each.want ?? '').replaceAll('myProject', 'myproject')) as Plain;
    expect(agrees(wanted, normal, folder), JSON.stringify({ wanted, normal }, null, 1)).toBe(true);
  });
});

const facts = referenceCases('load', 'fragment', 'volume').filter(
  ({ expect: all = [], verdict, at, options = {} }) =>
    all.length > 0 && verdict !== 'invalid' && at === undefined && options['SelectedServices'] === undefined,
);

describe.runIf(facts.length > 0)('facts of loaded projects', () => {
  test.each(named(facts))('%s', (_, each) => {
    // What a volume is was asked for before variables are replaced.
    const texts = each.kind === 'volume' ? [(each.yaml ?? '').replaceAll('$', '$$$$')] : filesOf(each);
    const loaded = load(texts, each);
    for (const [path, operator, wanted] of each.expect ?? []) {
      const got = factAt(loaded, each.kind === 'volume' ? 'Services.test.Volumes.0' : path);
      const shown = JSON.stringify({ path, wanted, got }, null, 1);
      if (operator === '!=') expect(got, shown).not.toEqual(wanted);
      else expect(agrees(wanted as Plain, got, loaded.folder), shown).toBe(true);
    }
  });
});

test.runIf(facts.length > 0).each(named(referenceCases('project_name')))('project name %s', (_, { value, verdict }) => {
  expect(normalizeName(value as string) === value).toBe(verdict === 'valid');
});

const fragments = referenceCases('fragment').filter(({ at, expect: all = [] }) => at !== undefined && all.length > 0);

describe.runIf(fragments.length > 0)('facts of parts of a file', () => {
  test.each(named(fragments))('%s', (_, each) => {
    const part = (each.yaml ?? '').trim();
    const isEnvFile = each.at === 'service.test.env_file';
    const text = isEnvFile
      ? `services:\n  test:\n    env_file: ${part.includes('\n') ? `\n${part.replaceAll(/^\s*/gm, '      ')}` : part}\n`
      : `networks:\n  test:\n${part.replaceAll(/^/gm, '    ')}\n`;
    const loaded = load([text], each);
    const got = isEnvFile ? factAt(loaded, 'Services.test.EnvFiles') : factAt(loaded, 'Networks.test');
    for (const [, , wanted] of each.expect ?? []) expect(agrees(wanted as Plain, got, loaded.folder)).toBe(true);
  });
});

/** What a Go path of the reference's model stands for in ours. */
function factAt({ project, normal, discards }: Loaded, path: string): Plain {
  const names = /^(\w+)Names\(\)$/.exec(path)?.[1]?.toLowerCase();
  if (names !== undefined) {
    const of = {
      service: project.services,
      secret: project.secrets,
      volume: project.volumes,
      config: project.configs,
      network: project.networks,
    }[names];
    return [...(of?.keys() ?? [])].filter((name) => name !== 'default');
  }
  const segments = path === '' ? [] : path.split('.');
  const [first, second, third] = segments;
  if (first === 'Environment') return project.environment.get(second ?? '')?.value ?? null;
  if (first === 'Services' && third === 'EnvFiles') {
    const service = project.services.get(second ?? '');
    const all = service ? envFiles(service).map(({ path: file, required }) => ({ path: file.text, required })) : [];
    // The reference drops them once they were read, where it is asked to.
    return segments[3] === '#len' ? (discards ? 0 : all.length) : all;
  }
  if (first === 'Services' && third === 'Name') return project.services.get(second ?? '')?.name ?? null;
  // Written in the words of the file: asked of what stands there.
  const service = first === 'services' ? project.services.get(second ?? '') : undefined;
  let at: Plain = service ? { services: { [service.name]: plainOf(service.value) } } : normal;
  for (const segment of segments) at = step(at, segment);
  return at;
}

const renamed: Readonly<Record<string, string>> = { nanocpus: 'cpus', memorybytes: 'memory', extensions: '' };

function step(value: Plain, segment: string): Plain {
  if (segment === '#len') return value === null ? 0 : Object.keys(value as object).length;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return (value as readonly Plain[])[Number(segment)] ?? null;
  const mapping = value as Readonly<Record<string, Plain>>;
  const bare = (text: string): string => text.replaceAll('_', '').toLowerCase();
  const wanted = renamed[bare(segment)] ?? bare(segment);
  if (wanted === '') return value;
  const key =
    Object.keys(mapping).find((each) => each === segment) ?? Object.keys(mapping).find((each) => bare(each) === wanted);
  return key === undefined ? null : (mapping[key] ?? null);
}

/** Whether ours says what is wanted; the reference leaves out, or has as 0, what says nothing, and has sizes as numbers. */
function agrees(wanted: Plain, got: Plain, folder: string): boolean {
  if (isNothing(wanted)) {
    if (isNothing(got)) return true;
    return isMapping(got) && Object.entries(got).every(([key, each]) => ignored.has(key) || isNothing(each));
  }
  if (Array.isArray(wanted) && Array.isArray(got)) {
    const items = got as readonly Plain[];
    return wanted.length === items.length && wanted.every((each: Plain, i) => agrees(each, items[i] ?? null, folder));
  }
  if (isMapping(wanted)) {
    if (wanted['single'] !== undefined) return agrees(wanted['single'], got, folder);
    const own = Array.isArray(got) ? hosts(got as string[]) : got;
    if (!isMapping(own)) return false;
    return Object.entries(wanted).every(([key, each]) => ignored.has(key) || agrees(each, own[key] ?? null, folder));
  }
  if (Array.isArray(got)) return (got as string[]).join(' ') === wanted;
  if (typeof got === 'object' || typeof wanted === 'object') return false;
  const text = String(wanted);
  return String(got) === text || octal(wanted, got) || got === resolve(folder, text.replace(/^~/, '/home/foo'));
}

/** What the reference's own structure adds: names of services, and what our normal form has resolved already. */
const ignored = new Set(['name', 'env_file', 'create_host_path']);

function isNothing(value: Plain): boolean {
  return (
    value === null ||
    value === '' ||
    value === false ||
    value === 0 ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function isMapping(value: Plain): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hosts(items: readonly string[]): Plain {
  const all: Record<string, string[]> = {};
  for (const item of items) (all[item.split('=')[0] ?? ''] ??= []).push(item.slice(item.indexOf('=') + 1));
  return all;
}

function octal(wanted: Plain, got: Plain): boolean {
  return typeof wanted === 'number' && typeof got === 'string' && Number.parseInt(got, 8) === wanted;
}
