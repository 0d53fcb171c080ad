import { expect, test } from 'vitest';
import { parseConfig } from '../../../server/src/lint/config.ts';
import { ignoreInConfig } from '../../../server/src/lint/ignoreInConfig.ts';
import { applyEdits } from '../../support/markedText.ts';

const edited = (text: string): string => {
  const edit = ignoreInConfig(text, 'DL1');
  return edit === null ? text : applyEdits(text, [edit]);
};

test.each([
  ['', 'ignored:\n  - DL1\n'],
  ['# ours\n', '# ours\nignored:\n  - DL1\n'],
  ['no-fail: true', 'no-fail: true\nignored:\n  - DL1\n'],
  ['ignored:\n  - DL2 # why\n\n# next\nno-fail: true\n', 'ignored:\n  - DL2 # why\n  - DL1\n\n# next\nno-fail: true\n'],
  ['ignored:\n- DL2\n- DL3\nno-fail: true\n', 'ignored:\n- DL2\n- DL3\n- DL1\nno-fail: true\n'],
  ['ignored:\n  - DL2', 'ignored:\n  - DL2\n  - DL1'],
  ['ignored:\r\n  - "DL2"\r\n', 'ignored:\r\n  - "DL2"\r\n  - DL1\r\n'],
  ['ignored: [DL2, DL3] # why\n', 'ignored: [DL2, DL3, DL1] # why\n'],
  ['ignored: []\n', 'ignored: [DL1]\n'],
  ['ignored: [\n  DL2, # why\n]\n', 'ignored: [\n  DL2, DL1, # why\n]\n'],
  ['ignored: # none yet\nno-fail: true\n', 'ignored: # none yet\n  - DL1\nno-fail: true\n'],
  ['ignored: DL2\n', 'ignored: [DL2, DL1]\n'],
])('%j', (text, after) => {
  expect(edited(text)).toBe(after);
  expect(parseConfig(after).ignored).toContain('DL1');
  expect(parseConfig(after).faults).toEqual([]);
});

test.each([
  ['there already', 'ignored:\n  - DL1\n'],
  ['there already, in a row', 'ignored: [DL1]\n'],
  ['broken', 'ignored: [\n'],
  ['no mapping', '- DL2\n'],
  ['something else', 'ignored: {a: b}\n'],
])('leaves alone what is %s', (_, text) => {
  expect(ignoreInConfig(text, 'DL1')).toBeNull();
});
