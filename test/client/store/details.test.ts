import { noContexts, noRegistries } from '../../support/details.ts';
import { expect, test } from 'vitest';
import { createDetails, type DetailChange, type Details } from '../../../client/src/store/details.ts';
import { engineDetails } from '../../../client/src/store/detailSources.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { bench, liveBench, type Bench } from './support.ts';

const usage = { about: 'usage', of: '' } as const;

function over({ engine, store }: Bench): { details: Details; heard: DetailChange[] } {
  const details = createDetails({
    store,
    sources: engineDetails({
      registries: noRegistries,
      engine,
      contexts: noContexts,
      findCredentials: async () => ({ source: 'nowhere' }),
    }),
  });
  const heard: DetailChange[] = [];
  details.onDidChange((change) => heard.push(change));
  return { details, heard };
}

test('who asks the same at a time shares one request, and its answer is kept', async () => {
  const all = await liveBench();
  const { details, heard } = over(all);
  expect(details.known('usage', '')).toBeUndefined();
  await Promise.all([details.ask(usage), details.ask(usage)]);
  await details.ask(usage);
  expect(all.engine.lists).toEqual(['usage']);
  expect(details.known('usage', '')).toMatchObject({ ok: true, value: { at: 0, layersSize: 0 } });
  expect(heard).toEqual([{ kind: 'answered', questions: [usage] }]);
});

test('forgotten, it is told of and asked for anew', async () => {
  const all = await liveBench();
  const { details, heard } = over(all);
  await details.ask(usage);
  details.forget(({ about }) => about !== 'usage');
  expect(heard).toHaveLength(1);
  details.forget();
  expect(heard.at(-1)).toEqual({ kind: 'forgotten', questions: [usage] });
  expect(details.known('usage', '')).toBeUndefined();
  await details.ask(usage);
  expect(all.engine.lists).toEqual(['usage', 'usage']);
});

test('an answer that comes after it was forgotten is not taken', async () => {
  const all = await liveBench();
  const { details, heard } = over(all);
  const asking = details.ask(usage);
  details.forget();
  await asking;
  expect(details.known('usage', '')).toBeUndefined();
  expect(heard.map(({ kind }) => kind)).toEqual(['forgotten']);
});

test('a failure is an answer, and goes when the engine has gone', async () => {
  const all = await liveBench();
  const { details } = over(all);
  all.engine.goAway(new EngineError('not-running', 'refused'));
  await details.ask(usage);
  expect(details.known('usage', '')).toMatchObject({ ok: false, error: { kind: 'not-running' } });
  await all.clock.advance(1000);
  expect(details.known('usage', '')).toBeUndefined();
});

test('nothing is asked by itself', async () => {
  const all = bench();
  const { details } = over(all);
  all.store.watch();
  await all.store.ready();
  expect(all.engine.lists).not.toContain('usage');
  details.dispose();
});
