import { expect, test } from 'vitest';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { EngineEvent } from '../../client/src/engine/model.ts';
import { containerContract } from './containerContract.ts';
import { imageContract } from './imageContract.ts';
import { networkContract } from './networkContract.ts';
import { systemContract } from './systemContract.ts';
import { until } from './until.ts';

/** An engine to hold to the contract, with an image in it that runs; what is made carries `labels`. */
export interface Contracted {
  readonly engine: Engine;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What the store and the commands rely on. The engine in memory and the real one are held to the same. */
export function engineContract(open: () => Contracted): void {
  const make = async (name?: string): Promise<string> => {
    const { engine, image, labels } = open();
    const command = ['sh', '-c', 'trap "exit 137" TERM; while :; do sleep 0.1; done'];
    return (await engine.containers.create({ image, labels, command, ...(name === undefined ? {} : { name }) })).id;
  };
  const find = async (id: string) => (await open().engine.containers.list({ ids: [id] }))[0];

  test('a life: each step is in the list and in the events', async () => {
    const { containers } = open().engine;
    await using heard = await listen(open().engine);
    const id = await make('gantry-contract');
    expect(await find(id)).toMatchObject({ id, name: 'gantry-contract', state: 'created', health: 'none' });
    await containers.start(id);
    expect((await find(id))?.state).toBe('running');
    await containers.pause(id);
    await until('it is paused', async () => (await find(id))?.state === 'paused');
    await containers.unpause(id);
    await until('it runs again', async () => (await find(id))?.state === 'running');
    await containers.rename(id, 'gantry-contract-renamed');
    expect((await find(id))?.name).toBe('gantry-contract-renamed');
    await containers.stop(id, { timeoutSeconds: 5 });
    expect(await find(id)).toMatchObject({ state: 'exited', exitCode: 137 });
    await containers.remove(id);
    expect(await find(id)).toBeUndefined();
    const actions = await heard.until(id, 'destroy');
    expect(actions).toEqual(['create', 'start', 'pause', 'unpause', 'rename', 'kill', 'die', 'stop', 'destroy']);
  });

  test('to start what runs and to stop what stands still is no error, and no event', async () => {
    const { containers } = open().engine;
    const id = await make();
    await using heard = await listen(open().engine);
    await containers.stop(id);
    await containers.start(id);
    await containers.start(id);
    await containers.kill(id);
    await until('it ends', async () => (await find(id))?.state === 'exited');
    await containers.stop(id);
    await containers.remove(id);
    expect(await heard.until(id, 'destroy')).toEqual(['start', 'kill', 'die', 'destroy']);
  });

  test('what runs is removed by force only', async () => {
    const { containers } = open().engine;
    const id = await make();
    await containers.start(id);
    await expect(containers.remove(id)).rejects.toMatchObject({ name: 'EngineError', kind: 'conflict' });
    await using heard = await listen(open().engine);
    await containers.remove(id, { force: true });
    expect(await find(id)).toBeUndefined();
    expect(await heard.until(id, 'destroy')).toEqual(['kill', 'die', 'destroy']);
  });

  test('what is not there is not found', async () => {
    const { containers, images } = open().engine;
    const id = 'f'.repeat(64);
    for (const verb of [containers.start, containers.stop, containers.restart, containers.remove, containers.inspect])
      await expect(verb(id)).rejects.toMatchObject({ name: 'EngineError', kind: 'not-found' });
    await expect(images.remove('gantry-contract:none')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(images.inspect('gantry-contract:none')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await containers.list({ ids: [id] })).toEqual([]);
  });

  test('a name is given once', async () => {
    const { containers } = open().engine;
    const id = await make('gantry-contract-name');
    await expect(make('gantry-contract-name')).rejects.toMatchObject({ kind: 'conflict' });
    const other = await make();
    await expect(containers.rename(other, 'gantry-contract-name')).rejects.toMatchObject({ kind: 'conflict' });
    for (const one of [id, other]) await containers.remove(one);
  });

  test('lists are narrowed by ids and by labels', async () => {
    const { engine, image, labels } = open();
    const make = (label: string) =>
      engine.containers.create({ image, labels: { ...labels, 'gantry.contract': label } });
    const [one, two] = [await make('one'), await make('two')];
    const ids = async (options: Parameters<typeof engine.containers.list>[0]): Promise<string[]> =>
      (await engine.containers.list(options)).map(({ id }) => id);
    expect(await ids({ labels: ['gantry.contract=one'] })).toEqual([one.id]);
    expect((await ids({ labels: ['gantry.contract'] })).toSorted()).toEqual([one.id, two.id].toSorted());
    expect((await ids({ ids: [one.id, two.id] })).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(await ids({ ids: [] })).toEqual([]);
    for (const { id } of [one, two]) await engine.containers.remove(id);
  });

  test('tags come and go, and an image goes with its last one', async () => {
    const { engine, image } = open();
    const { images } = engine;
    const tagsOf = async (id: string) => (await images.list()).find((one) => one.id === id)?.tags;
    const { id } = (await images.list()).find(({ tags }) => tags.includes(image))!;
    await using heard = await listen(engine);
    await images.tag(image, { repository: 'gantry-contract', tag: 'b' });
    expect(await tagsOf(id)).toEqual([image, 'gantry-contract:b'].toSorted());
    expect(await images.remove('gantry-contract:b')).toEqual({ untagged: ['gantry-contract:b'], deleted: [] });
    expect(await tagsOf(id)).toEqual([image]);
    expect(await heard.until(id, 'untag')).toEqual(['tag', 'untag']);
  });

  test('an image that a container is made of keeps its last name, and so does one with names in two repositories', async () => {
    const { engine, image } = open();
    const { images } = engine;
    const { id } = (await images.list()).find(({ tags }) => tags.includes(image))!;
    const container = await make();
    expect((await find(container))?.imageId).toBe(id);
    await expect(images.remove(image)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(images.remove(id)).rejects.toMatchObject({ kind: 'conflict' });
    await engine.containers.remove(container);
    await images.tag(image, { repository: 'gantry-contract', tag: 'c' });
    await expect(images.remove(id)).rejects.toMatchObject({ kind: 'conflict' });
    await images.remove('gantry-contract:c');
    expect((await images.list()).find((one) => one.id === id)?.tags).toEqual([image]);
  });

  containerContract(open);
  imageContract(open);
  networkContract(open);
  systemContract(open);

  test('events begin when the subscription is accepted, and end with the signal', async () => {
    const { engine } = open();
    const abort = new AbortController();
    let opened = 0;
    const heard: EngineEvent[] = [];
    const reading = (async () => {
      for await (const event of engine.events({ types: ['container'], onOpen: () => opened++ }, abort.signal))
        heard.push(event);
    })();
    await until('it is open', () => opened === 1);
    const id = await make();
    await until('it is heard', () => heard.some((event) => event.id === id && event.action === 'create'));
    expect(heard.every(({ type }) => type === 'container')).toBe(true);
    abort.abort();
    await reading;
    await engine.containers.remove(id);
  });
}

/** Listens to an engine from now on; gives the actions on one object up to one of them. */
async function listen(
  engine: Engine,
): Promise<{ until(id: string, action: string): Promise<string[]> } & AsyncDisposable> {
  const abort = new AbortController();
  const heard: EngineEvent[] = [];
  let isOpen = false;
  const options = { types: ['container', 'image'] as const, onOpen: () => (isOpen = true) };
  const reading = (async () => {
    for await (const event of engine.events(options, abort.signal)) heard.push(event);
  })();
  await until('the subscription is accepted', () => isOpen);
  const actions = (id: string): string[] => heard.filter((event) => event.id === id).map(({ action }) => action);
  return {
    until: async (id, action) => {
      await until(`${action} is heard`, () => actions(id).includes(action));
      return actions(id);
    },
    [Symbol.asyncDispose]: async () => {
      abort.abort();
      await reading;
    },
  };
}
