import { expect, test } from 'vitest';
import { startHeartbeat } from '../../../client/src/engine/stream/heartbeat.ts';

test('asks until there is no answer, and says so once', async () => {
  let asked = 0;
  const silent = Promise.withResolvers<unknown>();
  const gone = new Error('gone');
  startHeartbeat({
    interval: 1,
    ask: async () => {
      asked += 1;
      if (asked === 3) throw gone;
    },
    onSilent: silent.resolve,
  });
  expect(await silent.promise).toBe(gone);
  expect(asked).toBe(3);
});

test('is still when disposed, also in the middle of a question', async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const told: unknown[] = [];
  const ask = () => {
    asked.resolve();
    return answer.promise;
  };
  const heartbeat = startHeartbeat({ interval: 1, ask, onSilent: (error) => told.push(error) });
  await asked.promise;
  heartbeat.dispose();
  answer.reject(new Error('late'));
  await expect(answer.promise).rejects.toThrow('late');
  expect(told).toEqual([]);
});
