import { expect, test } from 'vitest';
import { readSettings, settingIn } from '../../../server/src/protocol/readSettings.ts';
import { settingsTable } from '../../../server/src/protocol/settings.ts';

const from = (source: unknown) => readSettings((key) => settingIn(source, key));

test('what is absent is the default', () => {
  for (const source of [undefined, null, {}, 'x', []])
    expect(from(source)).toEqual(
      Object.fromEntries(Object.entries(settingsTable).map(([key, row]) => [key, row.default])),
    );
});

test.each([
  ['nested', { gantry: { lint: { enable: false } } }],
  ['without the first name', { lint: { enable: false } }],
  ['flat', { 'gantry.lint.enable': false }],
  ['half flat', { gantry: { 'lint.enable': false } }],
])('reads settings that are %s', (_, source) => {
  expect(from(source)['gantry.lint.enable']).toBe(false);
});

test.each([['no'], [0], [null], [{}]])('a value of another type is the default: %j', (value) => {
  expect(from({ lint: { enable: value } })['gantry.lint.enable']).toBe(true);
});

test('a mapping is not an array', () => {
  expect(from({ lint: { rules: ['x'] } })['gantry.lint.rules']).toEqual({});
  expect(from({ lint: { rules: { DL3006: 'off' } } })['gantry.lint.rules']).toEqual({ DL3006: 'off' });
});
