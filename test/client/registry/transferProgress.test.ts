import { expect, test } from 'vitest';
import type { TransferEvent } from '../../../client/src/engine/engine.ts';
import { followTransfer, TransferProgress, type TransferStep } from '../../../client/src/registry/transferProgress.ts';

const layer = (id: string, status: string, current?: number, total?: number): TransferEvent => ({
  kind: 'layer',
  id,
  status,
  ...(current === undefined ? {} : { current }),
  ...(total === undefined ? {} : { total }),
});

async function* stream(...events: TransferEvent[]): AsyncGenerator<TransferEvent> {
  yield* events;
}

async function follow(...events: TransferEvent[]): Promise<TransferStep[]> {
  const steps: TransferStep[] = [];
  await followTransfer(stream(...events), (step) => steps.push(step as TransferStep));
  return steps;
}
const sum = (steps: TransferStep[]): number => steps.reduce((all, { increment }) => all + increment, 0);

test('a push weighs layers by their bytes', () => {
  const progress = new TransferProgress();
  progress.add(layer('a', 'Preparing'));
  progress.add(layer('b', 'Preparing'));
  progress.add(layer('a', 'Pushing', 0, 900));
  progress.add(layer('b', 'Pushing', 0, 100));
  expect(progress.percent).toBe(0);
  progress.add(layer('b', 'Pushed'));
  expect(progress.percent).toBe(10);
  progress.add(layer('a', 'Pushing', 450, 900));
  expect(progress.percent).toBe(55);
});

test('more than the total is the total', () => {
  const progress = new TransferProgress();
  progress.add(layer('a', 'Preparing'));
  progress.add(layer('b', 'Preparing'));
  progress.add(layer('a', 'Pushing', 2048, 1000));
  expect(progress.percent).toBe(50);
});

test('a layer that was there already does not make the others look small', () => {
  const progress = new TransferProgress();
  for (const id of ['a', 'b', 'c']) progress.add(layer(id, 'Preparing'));
  progress.add(layer('a', 'Layer already exists'));
  progress.add(layer('b', 'Mounted from team/base'));
  progress.add(layer('c', 'Pushing', 500, 1000));
  expect(progress.percent).toBe(50);
});

test('the percentage never falls, not even on a retry', async () => {
  const steps = await follow(
    layer('a', 'Pushing', 800, 1000),
    layer('b', 'Preparing'),
    layer('a', 'Retrying in 5 seconds'),
    layer('a', 'Retrying in 4 seconds'),
    layer('a', 'Pushing', 100, 1000),
    layer('a', 'Pushed'),
    layer('b', 'Layer already exists'),
    { kind: 'done', digest: 'sha256:1' },
  );
  expect(steps.every(({ increment }) => increment >= 0)).toBe(true);
  expect(sum(steps)).toBe(100);
  expect(steps.map(({ message }) => message)).toContain(
    '0 of 2 layers; the registry did not take one, trying again in 5 s',
  );
});

test('a pull is not done when its bytes are here: they are unpacked too', () => {
  const progress = new TransferProgress();
  progress.add(layer('1.27', 'Pulling from library/nginx'));
  progress.add(layer('a', 'Pulling fs layer'));
  progress.add(layer('a', 'Downloading', 500, 1000));
  expect(progress.percent).toBe(40);
  progress.add(layer('a', 'Verifying Checksum'));
  progress.add(layer('a', 'Download complete'));
  expect(progress.percent).toBe(80);
  progress.add(layer('a', 'Extracting', 500, 1000));
  expect(progress.percent).toBe(90);
  expect(progress.add(layer('a', 'Pull complete'))).toEqual({ message: '1 of 1 layer', increment: 10 });
});

test('words that tell nothing of a layer count for nothing', async () => {
  const steps = await follow(
    { kind: 'status', text: 'The push refers to repository [x]' },
    layer('latest', 'Pulling from library/nginx'),
    layer('a', 'Something new', 5, 10),
  );
  expect(steps).toEqual([]);
});

test('an image that is there already goes from nothing to all', async () => {
  const steps = await follow(layer('a', 'Preparing'), layer('a', 'Layer already exists'), { kind: 'done' });
  expect(sum(steps)).toBe(100);
});

test('ten thousand events become at most a hundred and some reports', async () => {
  const events = Array.from({ length: 10_000 }, (_, index) => layer('a', 'Pushing', index, 10_000));
  const steps = await follow(layer('a', 'Preparing'), ...events, layer('a', 'Pushed'), { kind: 'done' });
  expect(steps.length).toBeLessThan(105);
  expect(sum(steps)).toBe(100);
});

test('followTransfer answers the digest and the size', async () => {
  const done: TransferEvent = { kind: 'done', digest: 'sha256:1', size: 528 };
  expect(await followTransfer(stream(done), () => {})).toEqual({ digest: 'sha256:1', size: 528 });
  expect(await followTransfer(stream(), () => {})).toEqual({});
});

test('followTransfer throws what the transfer throws', async () => {
  async function* broken(): AsyncGenerator<TransferEvent> {
    yield layer('a', 'Preparing');
    throw new Error('denied');
  }
  await expect(followTransfer(broken(), () => {})).rejects.toThrow('denied');
});
