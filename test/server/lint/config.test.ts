import { describe, expect, test } from 'vitest';
import { parseConfig, readConfig, standardConfig, withEnvironment } from '../../../server/src/lint/config.ts';

const whole = `
ignored: [DL3008, pipefail]
override:
  error: [DL3006]
  style:
    - DL3015
trustedRegistries: docker.io
label-schema:
  author: email
  note: ""
strict-labels: true
disable-ignore-pragma: true
failure-threshold: warning
no-fail: true
no-color: true
format: json
`;

test('reads every key', () => {
  expect(parseConfig(whole)).toEqual({
    ignored: ['DL3008', 'pipefail'],
    override: { error: ['DL3006'], warning: [], info: [], style: ['DL3015'] },
    trustedRegistries: ['docker.io'],
    labelSchema: { author: 'email', note: 'text' },
    strictLabels: true,
    disableIgnorePragma: true,
    failureThreshold: 'warning',
    noFail: true,
    noColor: true,
    format: 'json',
    faults: [],
  });
});

test.each([[''], ['# nothing\n'], ['---\n']])('%j is the default', (text) => {
  expect(parseConfig(text)).toEqual(standardConfig);
});

test.each([
  ['ignored: 3', 'ignored'],
  ['ignored: [1]', 'ignored'],
  ['override: [DL1]', 'override'],
  ['override: {error: {}}', 'override.error'],
  ['strict-labels: maybe', 'strict-labels'],
  ['failure-threshold: high', 'failure-threshold'],
  ['label-schema: {a: color}', 'label'],
  ['- a', 'mapping'],
  ['a: [', 'YAML'],
])('%j says what is wrong, and the rest counts', (text, named) => {
  const { faults, ignored } = parseConfig(text);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(named);
  expect(ignored).toEqual([]);
});

test('codes that are no more are no fault', () => {
  expect(parseConfig('ignored: [DL3005, DL3017, DL3031, DL3039]\noverride: {error: [DL4002]}').faults).toEqual([]);
});

test('what is right beside a fault counts', () => {
  expect(parseConfig('ignored: [DL1]\nno-fail: 1\n')).toMatchObject({
    ignored: ['DL1'],
    faults: ['"no-fail" must be true or false'],
  });
});

describe('the environment', () => {
  test('adds its lists to those of the file', () => {
    const env = { HADOLINT_IGNORE: 'DL1, DL2', HADOLINT_OVERRIDE_INFO: 'DL3', HADOLINT_REQUIRE_LABELS: 'a:semver,b' };
    expect(withEnvironment(parseConfig('ignored: [DL9]'), env)).toMatchObject({
      ignored: ['DL1', 'DL2', 'DL9'],
      override: { info: ['DL3'] },
      labelSchema: { a: 'semver', b: 'text' },
    });
  });
  test('gives way where the file says something else', () => {
    const env = { HADOLINT_FAILURE_THRESHOLD: 'error', HADOLINT_FORMAT: 'tty' };
    expect(withEnvironment(parseConfig(whole), env)).toMatchObject({ failureThreshold: 'warning', format: 'json' });
    expect(withEnvironment(standardConfig, env)).toMatchObject({ failureThreshold: 'error', format: 'tty' });
  });
  test.each([
    ['1', true],
    ['true', true],
    ['yes', true],
    ['0', false],
    ['false', false],
    ['', undefined],
  ])('HADOLINT_NOFAIL=%j is %s', (value, noFail) => {
    expect(withEnvironment(standardConfig, { HADOLINT_NOFAIL: value }).noFail).toBe(noFail);
  });
  test('gives way to a switch that the file turns off', () => {
    const env = {
      HADOLINT_NOFAIL: '1',
      HADOLINT_STRICT_LABELS: 'yes',
      HADOLINT_DISABLE_IGNORE_PRAGMA: 'on',
      NO_COLOR: '1',
    };
    const off = parseConfig('no-fail: false\nstrict-labels: false\ndisable-ignore-pragma: false\nno-color: false');
    const on = { noFail: true, strictLabels: true, disableIgnorePragma: true, noColor: true };
    const no = { noFail: false, strictLabels: false, disableIgnorePragma: false, noColor: false };
    expect(withEnvironment(off, env)).toMatchObject(no);
    expect(withEnvironment(standardConfig, env)).toMatchObject(on);
    expect(withEnvironment(parseConfig('no-fail: true'), { HADOLINT_NOFAIL: '0' }).noFail).toBe(true);
  });
  test('says which type of a label it does not know', () => {
    const { faults, labelSchema } = withEnvironment(standardConfig, { HADOLINT_REQUIRE_LABELS: 'a:color,b: url' });
    expect([faults.length, labelSchema]).toEqual([1, { a: 'text', b: 'url' }]);
  });
  test('says what is wrong in it', () => {
    expect(withEnvironment(standardConfig, { HADOLINT_FAILURE_THRESHOLD: 'x' }).faults).toHaveLength(1);
  });
  test('counts without a file, too', () => {
    expect(readConfig({}, { NO_COLOR: 'x' }).noColor).toBe(true);
    expect(readConfig({ hadolintConfig: { path: '/x', text: 'no-fail: true' } }, {}).noFail).toBe(true);
  });
});
