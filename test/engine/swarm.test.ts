import { expect, test } from 'vitest';
import { createStore } from '../../client/src/store/createStore.ts';
import { createDetails } from '../../client/src/store/details.ts';
import { engineDetails } from '../../client/src/store/detailSources.ts';
import { followSwarm } from '../../client/src/store/followSwarm.ts';
import { startTestEngine } from '../support/engine.ts';
import { noContexts, noRegistries } from '../support/details.ts';
import { startOwnEngine, whyNoOwnEngine } from '../support/ownEngine.ts';
import { until } from '../support/until.ts';

test('a Swarm of one node: services, tasks, logs, scale, another image, secrets', async (context) => {
  const reason = await whyNoOwnEngine();
  if (reason !== undefined) context.skip(reason);
  await using own = await startOwnEngine();
  const { engine, image, raw, ...real } = await startTestEngine('swarm', own.host);
  const { swarm } = engine;
  const store = createStore({ engine });
  const sources = engineDetails({
    registries: noRegistries,
    engine,
    contexts: noContexts,
    findCredentials: async () => ({ source: 'nowhere' }),
  });
  const details = createDetails({ store, sources });
  const told: boolean[] = [];
  const following = followSwarm({ store, details }, (isManager) => told.push(isManager));
  store.watch();
  await store.ready();
  await until('it is no manager', () => told.at(-1) === false);
  const post = (path: string, body: object): Promise<unknown> =>
    raw({ method: 'POST', path, body: JSON.stringify(body) });
  await post('/swarm/init', { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
  await until('it is heard to be a manager', () => told.at(-1) === true);
  const { ID: host } = ((await raw({ method: 'GET', path: '/networks' })) as { Id: string; Name: string }[])
    .map(({ Id, Name }) => ({ ID: Id, Name }))
    .find(({ Name }) => Name === 'host')!;
  const { ID: id } = (await post('/services/create', {
    Name: 'gantry-test-web',
    TaskTemplate: {
      ContainerSpec: { Image: image, Args: ['sh', '-c', 'echo hello from a task; sleep 600'] },
      Networks: [{ Target: host }],
    },
    Mode: { Replicated: { Replicas: 1 } },
  })) as { ID: string };
  const service = async () => (await swarm.read())?.services.find((one) => one.id === id);
  await until('its task runs', async () => (await service())?.running === 1);
  expect(await service()).toMatchObject({ name: 'gantry-test-web', mode: 'replicated', replicas: 1, desired: 1 });
  const [task] = await swarm.tasks(id);
  expect(task).toMatchObject({ slot: 1, state: 'running', error: '' });
  const [node] = (await swarm.read())?.nodes ?? [];
  expect(node).toMatchObject({ id: task?.nodeId, role: 'manager', leader: true, state: 'ready' });

  const stop = new AbortController();
  for await (const line of swarm.logs(id, { tail: 10, signal: stop.signal })) {
    expect(line).toEqual({ task: task?.id, text: 'hello from a task' });
    break;
  }
  stop.abort();

  await details.ask({ about: 'swarm', of: '' });
  await swarm.scale(id, 2);
  await until('the store has told of it', async () => {
    await details.ask({ about: 'swarm', of: '' });
    const answer = details.known('swarm', '');
    return answer?.ok === true && answer.value?.services[0]?.desired === 2;
  });
  await until('both run', async () => (await service())?.running === 2);
  await engine.images.tag(image, { repository: 'gantry-test/swarm', tag: 'next' });
  await swarm.updateImage(id, 'gantry-test/swarm:next');
  await until('it has the other image', async () => (await service())?.image === 'gantry-test/swarm:next');

  const { ID: secret } = (await post('/secrets/create', { Name: 'gantry-test', Data: 'aHVudGVyMg==' })) as {
    ID: string;
  };
  expect((await swarm.read())?.secrets).toMatchObject([{ type: 'secret', name: 'gantry-test' }]);
  await swarm.remove('secret', secret);
  await swarm.remove('service', id);
  expect(await swarm.read()).toMatchObject({ services: [], secrets: [] });
  const isRunning = ({ state }: { readonly state: string }): boolean => state === 'running';
  await until('its containers have ended', async () => !(await engine.containers.list()).some(isRunning));
  await raw({ method: 'POST', path: '/swarm/leave', query: { force: true } });
  following.dispose();
  details.dispose();
  store.dispose();
  await real.dispose();
});
