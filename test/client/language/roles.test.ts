import { describe, expect, test } from 'vitest';
import { isWanted, languagesWith, reports, rolesOf, sameRoles } from '../../../client/src/language/roles.ts';
import { namesOf } from '../../../client/src/language/names.ts';

const nobody = { editing: false, problems: [] };
const somebody = { editing: true, problems: [/^DL\d+$/] };

describe('auto is everything but what others do', () => {
  test('alone', () => {
    expect(rolesOf('auto', nobody)).toEqual({ editing: true, problems: true, left: [] });
  });
  test('beside others', () => {
    const roles = rolesOf('auto', somebody);
    expect(roles.editing).toBe(false);
    expect(reports(roles, ['pin-base-image', 'DL3006'])).toBe(false);
    expect(reports(roles, ['undefined-variable', 'UndefinedVar'])).toBe(true);
  });
});

test.each([
  ['on', true, true],
  ['problems', false, true],
  ['editing', true, false],
  ['off', false, false],
] as const)('%s is obeyed whatever others do', (mode, editing, problems) => {
  const roles = rolesOf(mode, somebody);
  expect(roles.editing).toBe(editing);
  expect(reports(roles, ['pin-base-image', 'DL3006'])).toBe(problems);
});

test('the server is wanted as long as one language has a role', () => {
  const off = rolesOf('off', nobody);
  const dockerfile = rolesOf('problems', nobody);
  expect(isWanted({ dockerfile: off, dockercompose: off })).toBe(false);
  expect(isWanted({ dockerfile, dockercompose: off })).toBe(true);
  expect(languagesWith({ dockerfile, dockercompose: off }, 'problems')).toEqual(['dockerfile']);
  expect(languagesWith({ dockerfile, dockercompose: off }, 'editing')).toEqual([]);
});

test('roles are the same when nothing that shows differs', () => {
  const roles = (mode: 'auto' | 'on', taken: Parameters<typeof rolesOf>[1]): Parameters<typeof sameRoles>[0] => ({
    dockerfile: rolesOf(mode, taken),
    dockercompose: rolesOf('on', nobody),
  });
  expect(sameRoles(roles('auto', nobody), roles('on', nobody))).toBe(true);
  expect(sameRoles(roles('auto', somebody), roles('on', somebody))).toBe(false);
});

test('a diagnostic is known by its id, its upstream names, and as a syntax error', () => {
  expect(namesOf({ code: 'pin-base-image', data: { codes: ['DL3006'], kind: 'rule' } })).toEqual([
    'pin-base-image',
    'DL3006',
  ]);
  expect(namesOf({ code: { value: 'x', target: 'y' }, data: { kind: 'syntax' } })).toEqual(['x', 'syntax']);
  expect(namesOf({ data: 'nonsense' })).toEqual([]);
});
