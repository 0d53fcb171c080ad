import { expect, test } from 'vitest';
import { TokenResults } from '../../../server/src/lsp/tokenResults.ts';

const uri = 'file:///Dockerfile';

function applied(before: readonly number[], after: readonly number[]): { data: number[]; sent: number } {
  const results = new TokenResults();
  const { resultId = '' } = results.whole(uri, { data: [...before] });
  const answer = results.since(resultId, { uri, tokens: { data: [...after] } });
  if (!('edits' in answer)) throw new Error('no difference');
  const data = [...before];
  for (const { start, deleteCount, data: inserted = [] } of answer.edits) data.splice(start, deleteCount, ...inserted);
  return { data, sent: answer.edits.reduce((sum, edit) => sum + (edit.data?.length ?? 0), 0) };
}

test.each([
  [[1, 2, 3, 4], [1, 2, 3, 4], 0],
  [[1, 2, 3, 4], [1, 9, 3, 4], 1],
  [[1, 1, 1], [1, 1, 1, 1], 1],
  [[1, 2, 3], [], 0],
  [[], [1, 2], 2],
  [[1, 2, 1, 2], [1, 2], 0],
])('the difference between %j and %j', (before, after, sent) => {
  expect(applied(before, after)).toEqual({ data: after, sent });
});

test('without the last result there is no difference, but all', () => {
  const results = new TokenResults();
  const first = results.whole(uri, { data: [1] });
  results.whole(uri, { data: [2] });
  expect(results.since(first.resultId ?? '', { uri, tokens: { data: [3] } })).toMatchObject({ data: [3] });
  const last = results.whole(uri, { data: [4] });
  results.forget(uri);
  expect(results.since(last.resultId ?? '', { uri, tokens: { data: [5] } })).toMatchObject({ data: [5] });
});
