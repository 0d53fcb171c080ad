import { expect, test } from 'vitest';
import { ClientImages } from '../../../server/src/lsp/images.ts';

/** A client whose answers are made by the test, and a clock. */
function client(answer: (method: string) => unknown): {
  readonly images: ClientImages;
  readonly asked: string[];
  readonly pass: (ms: number) => void;
} {
  const asked: string[] = [];
  let now = 0;
  const sendRequest = (method: string): Promise<never> => {
    asked.push(method);
    return Promise.resolve(answer(method)) as Promise<never>;
  };
  return {
    images: new ClientImages({ sendRequest } as never, () => now),
    asked,
    pass: (ms) => {
      now += ms;
    },
  };
}

const image = { reference: 'a:1', size: 1, created: '' };

test('an answer counts for some seconds', async () => {
  const { images, asked, pass } = client(() => [image]);
  expect(await images.list()).toEqual([image]);
  expect(await images.list()).toEqual([image]);
  expect(asked).toHaveLength(1);
  pass(6_000);
  await images.list();
  expect(asked).toHaveLength(2);
});

test('a registry that had nothing is asked again, an engine after a while', async () => {
  const { images, asked } = client(() => []);
  expect(await images.tags('node')).toEqual([]);
  await images.tags('node');
  expect(asked).toHaveLength(2);
  await images.list();
  await images.list();
  expect(asked).toHaveLength(3);
});

test('tags count longer, each repository by itself', async () => {
  const { images, asked, pass } = client(() => ['1']);
  await images.tags('a');
  await images.tags('b');
  pass(60_000);
  await images.tags('a');
  expect(asked).toHaveLength(2);
});

test('an error, and an answer of another kind, are nothing', async () => {
  const failing = client(() => {
    throw new Error('no');
  });
  const rejecting = new ClientImages({ sendRequest: () => Promise.reject(new Error('no')) } as never);
  expect(await rejecting.list()).toEqual([]);
  expect(await rejecting.describe('a')).toBeUndefined();
  expect(await client(() => 'x').images.list()).toEqual([]);
  expect(await client(() => null).images.describe('a')).toBeUndefined();
  await expect(failing.images.list()).resolves.toEqual([]);
});

test('what a file uses is asked for each time, and not known without an engine', async () => {
  const known = [{ reference: 'a', tags: [], published: [] }];
  const { images, asked } = client(() => known);
  expect(await images.inUse(['a'])).toEqual(known);
  await images.inUse(['a']);
  expect(asked).toEqual(['gantry/imagesInUse', 'gantry/imagesInUse']);
  expect(await client(() => null).images.inUse(['a'])).toBeUndefined();
  const failing = client(() => {
    throw new Error('no');
  });
  expect(await failing.images.inUse(['a'])).toBeUndefined();
});
