import { expect, test } from 'vitest';
import type { EngineFacts, EngineQuestion } from '../../../server/src/protocol/requests.ts';
import { EngineReader } from '../../../server/src/workspace/engineReader.ts';

const question: EngineQuestion = { volumes: ['a'], networks: [], ports: [] };
const facts: EngineFacts = { volumes: ['a'], networks: [], taken: [] };

test('answers at once with what is known, asks again when that is old, and tells whether it changed', async () => {
  let now = 0;
  let answer: EngineFacts | undefined = facts;
  let asked = 0;
  const reader = new EngineReader({ facts: () => ((asked += 1), Promise.resolve(answer)) }, () => now);
  const first = reader.look(question);
  expect(first.facts).toBeUndefined();
  expect(await first.rest).toBe(true);
  expect(reader.look(question)).toEqual({ facts });
  now = 60_000;
  const second = reader.look(question);
  expect(second.facts).toEqual(facts);
  expect(await second.rest).toBe(false);
  expect(asked).toBe(2);
  now = 120_000;
  answer = undefined;
  expect(await reader.look(question).rest).toBe(true);
  expect(reader.look(question).facts).toBeUndefined();
});

test('nothing is asked for a project that counts on nothing; an engine that fails is one that says nothing', async () => {
  const reader = new EngineReader({ facts: () => Promise.reject(new Error('gone')) });
  expect(reader.look({ volumes: [], networks: [], ports: [] })).toEqual({});
  expect(await reader.look(question).rest).toBe(false);
});
