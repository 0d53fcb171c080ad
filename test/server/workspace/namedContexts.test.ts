import { expect, test } from 'vitest';
import { NamedContexts } from '../../../server/src/workspace/namedContexts.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test('asks once in three seconds, and again after them', async () => {
  let now = 0;
  let asked = 0;
  const builds = (uri: string) => {
    asked += 1;
    const contexts = [`${uri}-${String(asked)}`, 'both', 'both'].map((text) => ({ text, range }));
    return Promise.resolve([{ uri, args: [], contexts }]);
  };
  const contexts = new NamedContexts(builds, () => now);
  expect([...(await contexts.of('a'))]).toEqual(['a-1', 'both']);
  now = 2_999;
  expect([...(await contexts.of('a'))]).toEqual(['a-1', 'both']);
  expect([...(await contexts.of('b'))]).toEqual(['b-2', 'both']);
  now = 3_000;
  expect([...(await contexts.of('a'))]).toEqual(['a-3', 'both']);
});
