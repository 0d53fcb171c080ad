import { expect, test } from 'vitest';
import { createKnownTags, type KnownTags } from '../../../client/src/registry/knownTags.ts';

const signal = new AbortController().signal;

interface Desk {
  readonly tags: KnownTags;
  readonly asked: string[];
  allowsAll: boolean;
  now: number;
  fails: boolean;
}

function known(): Desk {
  const desk: Desk = {
    asked: [],
    allowsAll: false,
    now: 0,
    fails: false,
    tags: createKnownTags({
      fetchTags: async ({ repository }) => {
        desk.asked.push(repository);
        if (desk.fails) throw new Error('no');
        return ['1'];
      },
      allowsAll: () => desk.allowsAll,
      now: () => desk.now,
    }),
  };
  return desk;
}

test('a registry is asked for completions only when it may be', async () => {
  const desk = known();
  expect(await desk.tags.ofAllowed('ghcr.io/a/b')).toEqual([]);
  expect(desk.asked).toEqual([]);
  desk.tags.allow('ghcr.io');
  expect(await desk.tags.ofAllowed('ghcr.io/a/b')).toEqual(['1']);
  expect(await desk.tags.ofAllowed('quay.io/a/b')).toEqual([]);
  desk.allowsAll = true;
  expect(await desk.tags.ofAllowed('quay.io/a/b')).toEqual(['1']);
});

test('an answer counts for ten minutes', async () => {
  const desk = known();
  await desk.tags.fetch('node', signal);
  await desk.tags.fetch('docker.io/library/node', signal);
  expect(desk.asked).toEqual(['node']);
  desk.now = 700_000;
  await desk.tags.fetch('node', signal);
  expect(desk.asked).toHaveLength(2);
});

test('what was fetched is told without asking', async () => {
  const desk = known();
  desk.tags.allow('docker.io');
  expect(desk.tags.fetched('node')).toEqual([]);
  await desk.tags.ofAllowed('docker.io/library/node');
  desk.now = 700_000;
  expect(desk.tags.fetched('node')).toEqual(['1']);
  expect(desk.asked).toEqual(['node']);
});

test('what fails, and what is no name, is nothing for a completion', async () => {
  const desk = known();
  desk.allowsAll = true;
  desk.fails = true;
  expect(await desk.tags.ofAllowed('node')).toEqual([]);
  expect(await desk.tags.ofAllowed('No Name')).toEqual([]);
  await expect(desk.tags.fetch('node', signal)).rejects.toThrow('no');
});
