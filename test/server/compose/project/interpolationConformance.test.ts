import { describe, expect, test } from 'vitest';
import { readEnvFile } from '../../../../server/src/compose/interpolation/dotenv.ts';
import { expand, type Lookup } from '../../../../server/src/compose/interpolation/expand.ts';
import type { ScalarValue, Value } from '../../../../server/src/compose/project/model.ts';
import { type ReferenceCase, referenceCases } from './reference.ts';
import { plain, projectOf } from '../../../support/composeRule.ts';

function named(cases: readonly ReferenceCase[]): (readonly [string, ReferenceCase])[] {
  return cases.map((each) => [`#${each.id}`, each] as const);
}

function lookupIn(env: Readonly<Record<string, string>> = {}): Lookup {
  return (name) => (Object.hasOwn(env, name) ? { value: env[name] ?? '', source: { kind: 'shell' } } : undefined);
}

/** Their tests hand functions to the loader: a lookup of their own (710), another `?` (713), other types to cast to (197). */
const withFunctions = new Set([197, 710, 713]);
const templates = referenceCases('template').filter(
  ({ id, value }) => typeof value === 'string' && !withFunctions.has(id),
);

describe.runIf(templates.length > 0)('templates', () => {
  test.each(named(templates))('%s', (_, { value, env, verdict, expect: facts = [] }) => {
    const { text, errors, variables } = expand(value as string, lookupIn(env));
    const failed = errors.length > 0 || variables.some(({ outcome }) => outcome === 'required');
    expect(failed).toBe(verdict === 'invalid');
    for (const [, , wanted] of facts) expect(text).toBe(wanted);
  });
});

const extractions = referenceCases('template').filter(({ value }) => typeof value !== 'string');

describe.runIf(extractions.length > 0)('variables that are found in a value', () => {
  test.each(named(extractions))('%s', (_, { value, expect: facts = [] }) => {
    const names = new Set(texts(value).flatMap((text) => expandAll(text)));
    for (const [, , wanted] of facts) expect([...names].sort()).toEqual(Object.keys(wanted as object).sort());
  });
});

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The names of all variables, also of those in operands that are not used. */
function expandAll(text: string): string[] {
  return expand(text, () => undefined).variables.map(({ name }) => name);
}

const interpolated = referenceCases('interpolate').filter(({ id }) => !withFunctions.has(id));

describe.runIf(interpolated.length > 0)('whole files', () => {
  test.each(named(interpolated))('%s', (_, { yaml = '', env, verdict, expect: facts = [] }) => {
    const indented = yaml.replaceAll(/^(?=.)/gm, '  ');
    const project = projectOf(`x-all:\n${indented}`, env ? { env } : {});
    const all = project.top('x-all')?.value;
    const failures = scalars(all).filter(
      ({ variables, known }) => !known && variables.every(({ outcome }) => outcome !== 'blank'),
    );
    expect(failures.length > 0).toBe(verdict === 'invalid');
    if (verdict === 'valid') for (const [, , wanted] of facts) expect(plain(all)).toEqual(wanted);
  });
});

function scalars(value: Value | undefined): ScalarValue[] {
  if (value?.kind === 'scalar') return [value];
  return value?.kind === 'mapping'
    ? value.entries.flatMap((entry) => scalars(entry.value))
    : (value?.items.flatMap(scalars) ?? []);
}

const files = referenceCases('dotenv');

describe.runIf(files.length > 0)('env files', () => {
  test.each(named(files))('%s', (_, { value, verdict, expect: facts = [] }) => {
    const { entries, errors } = readEnvFile(value as string, lookupIn({ ME: 'YES' }));
    expect(errors.length > 0).toBe(verdict === 'invalid');
    const values = new Map(entries.map((entry) => [entry.name, entry.value]));
    for (const [path, , wanted] of facts) expect(path === '#len' ? values.size : values.get(path)).toBe(wanted);
  });
});
