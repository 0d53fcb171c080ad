import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { problemActions, safeFixes, type ActionOptions } from '../../../server/src/lint/actions.ts';
import { toDiagnostic } from '../../../server/src/lint/diagnostic.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import type { Fix } from '../../../server/src/lint/rule.ts';

const range = (line: number, from = 0, to = from + 2): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});
const problem = (line: number, fix?: Partial<Fix>): Problem => ({
  id: `rule-${line}`,
  kind: 'rule',
  codes: [],
  severity: 'warning',
  range: range(line),
  message: 'm',
  ...(fix && { fix: { title: `fix ${line}`, edits: [{ range: range(line), newText: 'x' }], safe: true, ...fix } }),
});
const actions = (problems: readonly Problem[], more: Partial<ActionOptions> = {}) =>
  problemActions({
    uri: 'file:///x',
    problems,
    range: range(0),
    silence: () => null,
    toDiagnostic: (one) => toDiagnostic(one, { uri: 'file:///x', docs: () => undefined }),
    ...more,
  });

test('offers the fix of what the range touches, and all safe ones when there are more', () => {
  const all = [problem(0, {}), problem(1, {}), problem(2, { safe: false })];
  expect(actions(all).map(({ title }) => title)).toEqual(['fix 0', 'Fix all 2 safe problems']);
  expect(actions(all, { range: range(2) }).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['fix 2', false],
  ]);
  expect(actions(all, { range: range(5) })).toEqual([]);
});

test('offers to ignore wherever that can be, under the best-known name', () => {
  const edit = { range: range(0, 0, 0), newText: '# x\n' };
  const one = { ...problem(0), codes: ['DL3006', 'X'] };
  const config = { changes: { 'file:///.hadolint.yaml': [edit] } };
  const offered = actions([one], {
    silence: (_, scope) => (scope === 'stage' ? null : edit),
    silenceInConfig: () => config,
  });
  expect(offered.map(({ title }) => title)).toEqual([
    'Ignore DL3006 here',
    'Ignore DL3006 in this file',
    'Ignore DL3006 in .hadolint.yaml',
  ]);
  expect(offered.map((action) => Object.keys(action.edit?.changes ?? {}))).toEqual([
    ['file:///x'],
    ['file:///x'],
    ['file:///.hadolint.yaml'],
  ]);
  expect(actions([one], { silence: (_, scope) => (scope === 'stage' ? edit : null) })[0]?.title).toBe(
    'Ignore DL3006 in this stage',
  );
});

test('gives the kinds that are asked for', () => {
  const all = [problem(0, {}), problem(1, { safe: false })];
  const kinds = (only: string[]) => actions(all, { only }).map(({ kind }) => kind);
  expect(kinds(['source.fixAll'])).toEqual(['source.fixAll.gantry']);
  expect(kinds(['source'])).toEqual(['source.fixAll.gantry']);
  expect(kinds(['source.organizeImports'])).toEqual([]);
  expect(kinds(['quickfix'])).toEqual(['quickfix']);
  expect(kinds(['refactor'])).toEqual([]);
  expect(actions([problem(0, { safe: false })], { only: ['source.fixAll'] })).toEqual([]);
});

test('all safe fixes together never overlap', () => {
  const insert = { edits: [{ range: range(0, 5, 5), newText: 'a' }] };
  const { count, edits } = safeFixes([
    problem(0, { edits: [{ range: range(0, 0, 4), newText: 'a' }] }),
    problem(0, { edits: [{ range: range(0, 3, 6), newText: 'b' }] }),
    problem(0, insert),
    problem(0, insert),
    problem(1, { edits: [{ range: range(1), newText: 'c' }], safe: false }),
  ]);
  expect(count).toBe(2);
  expect(edits.map(({ newText }) => newText)).toEqual(['a', 'a']);
});
