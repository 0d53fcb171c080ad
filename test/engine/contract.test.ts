import { afterAll, beforeAll } from 'vitest';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { engineContract } from '../support/engineContract.ts';

const started: { real?: TestEngine } = {};

beforeAll(async () => {
  started.real = await startTestEngine('contract');
});
afterAll(async () => {
  await started.real?.dispose();
});

engineContract(() => {
  if (!started.real) throw new Error('the engine was not started');
  return started.real;
});
