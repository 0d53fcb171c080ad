import { describe, expect, test } from 'vitest';
import { parseConfig, standardConfig } from '../../../server/src/lint/config.ts';
import { lint, type LintOptions } from '../../../server/src/lint/lint.ts';
import type { Finding, Rule } from '../../../server/src/lint/rule.ts';

const at = (line: number): Finding['range'] => ({ start: { line, character: 0 }, end: { line, character: 1 } });
const rule = (id: string, findings: () => Iterable<Finding>, more: Partial<Rule<null>> = {}): Rule<null> => ({
  id,
  summary: id,
  rationale: '',
  severity: 'warning',
  codes: [],
  examples: { bad: [], good: [] },
  check: findings,
  ...more,
});
const run = (rules: Rule<null>[], more: Partial<LintOptions<null>> = {}) =>
  lint({
    rules,
    file: null,
    config: standardConfig,
    severities: {},
    silenced: () => false,
    onError: () => {},
    ...more,
  });
const one = rule('one', () => [{ range: at(1), message: 'm' }], { codes: ['DL1', 'CheckOne'] });

test('a rule that throws costs itself, after what it found', () => {
  const heard: unknown[] = [];
  const broken = rule('broken', function* () {
    yield { range: at(0), message: 'before' };
    throw new Error('mine');
  });
  const problems = run([broken, one], { onError: ({ id }, error) => heard.push([id, (error as Error).message]) });
  expect(problems.map(({ id }) => id)).toEqual(['broken', 'one']);
  expect(heard).toEqual([['broken', 'mine']]);
});

test('tags are the rule’s, or the finding’s own', () => {
  const findings: Finding[] = [
    { range: at(1), message: 'm' },
    { range: at(2), message: 'm', tags: [1] },
  ];
  expect(run([rule('tagged', () => findings, { tags: [2] })]).map(({ tags }) => tags)).toEqual([[2], [1]]);
});

test('sorts by place, then gravity, and says the same once', () => {
  const two = rule('two', () => [
    { range: at(2), message: 'm' },
    { range: at(2), message: 'm' },
    { range: at(1), message: 'm', severity: 'error' },
  ]);
  expect(run([one, two]).map(({ id, range }) => `${id} ${range.start.line}`)).toEqual(['two 1', 'one 1', 'two 2']);
});

describe('what is off by default', () => {
  const off = rule('off-rule', () => [{ range: at(1), message: 'm' }], { severity: 'off', codes: ['DL9'] });
  const severity = (more: Partial<LintOptions<null>>): string | undefined => run([off], more)[0]?.severity;

  test('stays silent', () => {
    expect(severity({})).toBeUndefined();
    expect(severity({ switchedOn: (names) => names.includes('Other') })).toBeUndefined();
  });
  test('is switched on under any of its names', () => {
    expect(severity({ severities: { 'off-rule': 'info' } })).toBe('info');
    expect(severity({ severities: { DL9: 'error' } })).toBe('error');
    expect(severity({ config: parseConfig('override: {style: [DL9]}') })).toBe('style');
  });
  test('is a warning when the file asks for it, unless a setting says otherwise', () => {
    const switchedOn = (names: readonly string[]): boolean => names.includes('DL9');
    expect(severity({ switchedOn })).toBe('warning');
    expect(severity({ switchedOn, severities: { 'off-rule': 'off' } })).toBeUndefined();
  });
});

describe('severity', () => {
  const severity = (more: Partial<LintOptions<null>>): string | undefined => run([one], more)[0]?.severity;
  const config = (text: string): Pick<LintOptions<null>, 'config'> => ({ config: parseConfig(text) });

  test('is the rule’s, or the finding’s own', () => {
    expect(severity({})).toBe('warning');
    const milder = rule('milder', () => [{ range: at(1), message: 'm', severity: 'info' }]);
    expect(run([milder])[0]?.severity).toBe('info');
  });
  test('follows the setting by id, then by any upstream name', () => {
    expect(severity({ severities: { CheckOne: 'info' } })).toBe('info');
    expect(severity({ severities: { CheckOne: 'info', one: 'error' } })).toBe('error');
    expect(severity({ severities: { DL1: 'off' } })).toBeUndefined();
    expect(severity({ severities: { one: 'nonsense' } })).toBe('warning');
  });
  test('follows the configuration file: ignored, then the gravest override', () => {
    expect(severity(config('ignored: [DL1]'))).toBeUndefined();
    expect(severity(config('override: {style: [DL1], error: [one]}'))).toBe('error');
    expect(severity(config('ignored: [DL1]\noverride: {error: [DL1]}'))).toBeUndefined();
  });
  test('follows the setting before the configuration file', () => {
    expect(severity({ ...config('ignored: [DL1]'), severities: { one: 'info' } })).toBe('info');
  });
  test('is an error where the file wants its build to fail', () => {
    expect(severity({ escalate: (names) => names.includes('CheckOne') })).toBe('error');
  });
  test('of a rule that is off by default is raised under any of its names', () => {
    const off = rule('off-rule', () => [{ range: at(1), message: 'm' }], { severity: 'off', codes: ['DL2', 'DL3'] });
    expect(run([off])).toEqual([]);
    expect(run([off], config('override: { info: [DL3] }'))[0]?.severity).toBe('info');
    expect(run([off], { severities: { DL2: 'error' } })[0]?.severity).toBe('error');
    expect(run([off], { severities: { 'off-rule': 'off' }, ...config('override: { info: [DL3] }') })).toEqual([]);
  });
  test('of a rule that is off is not computed', () => {
    let asked = false;
    const off = rule('off-rule', () => ((asked = true), []), { severity: 'off' });
    run([off]);
    expect(asked).toBe(false);
    run([off], { severities: { 'off-rule': 'info' } });
    expect(asked).toBe(true);
  });
});

test('a silenced finding is dropped under any of its names', () => {
  const heard: unknown[] = [];
  const silenced = (_: Finding, names: readonly string[]): boolean => heard.push(names) > 0;
  expect(run([one], { silenced })).toEqual([]);
  expect(heard).toEqual([['one', 'DL1', 'CheckOne']]);
});
