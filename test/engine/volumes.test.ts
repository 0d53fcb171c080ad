import { expect } from 'vitest';
import { createStore } from '../../client/src/store/createStore.ts';
import { engineTest } from '../support/engineTest.ts';
import { until } from '../support/until.ts';

const test = engineTest('volumes');
const name = 'gantry-test-volumes';

test('volumes and networks of the real engine come, are used and go by events alone', async ({ real }) => {
  const store = createStore({ engine: real.engine });
  store.watch();
  await store.ready();
  const post = (path: string, body: object): Promise<unknown> =>
    real.raw({ method: 'POST', path, body: JSON.stringify(body) });
  const ids = { network: '' };
  try {
    await post('/volumes/create', { Name: name, Labels: real.labels });
    await until('the volume', () => store.volumes.has(name));
    expect(store.volumes.get(name)).toMatchObject({
      driver: 'local',
      scope: 'local',
      anonymous: false,
      labels: real.labels,
    });
    const config = [{ Subnet: '10.213.7.0/24', Gateway: '10.213.7.1' }];
    const body = { Name: name, Labels: real.labels, Internal: true, IPAM: { Config: config } };
    ids.network = ((await post('/networks/create', body)) as { Id: string }).Id;
    await until('the network', () => store.networks.has(ids.network));
    expect(store.networks.get(ids.network)).toMatchObject({
      name,
      driver: 'bridge',
      internal: true,
      builtIn: false,
      subnets: [{ subnet: '10.213.7.0/24', gateway: '10.213.7.1' }],
    });
    const builtIn = [...store.networks.values()].filter((network) => network.builtIn).map((network) => network.name);
    expect(builtIn).toEqual(expect.arrayContaining(['bridge', 'host', 'none']));
    const id = await real.create({ volumes: [`${name}:/data`, '/cache'], command: ['sleep', '600'] });
    await until('its mounts', () => store.containers.get(id)?.mounts.some((mount) => mount.name === name) === true);
    await until('an anonymous volume', () => {
      const mounts = store.containers.get(id)?.mounts ?? [];
      return mounts.some((mount) => store.volumes.get(mount.name ?? '')?.anonymous === true);
    });
    await real.engine.containers.remove(id, { removeAnonymousVolumes: true });
  } finally {
    await real.raw({ method: 'DELETE', path: `/volumes/${name}` });
    if (ids.network !== '') await real.raw({ method: 'DELETE', path: `/networks/${ids.network}` });
  }
  await until('they are gone', () => !store.volumes.has(name) && !store.networks.has(ids.network));
  store.dispose();
});

test('the disk usage tells the bytes of each', async ({ real }) => {
  await real.raw({
    method: 'POST',
    path: '/volumes/create',
    body: JSON.stringify({ Name: name, Labels: real.labels }),
  });
  try {
    const command = ['sh', '-c', 'head -c 70000 /dev/zero > /data/file; head -c 50000 /dev/zero > /tmp/file'];
    const id = await real.run({ volumes: [`${name}:/data`], command });
    await until('it has written', async () => {
      const [container] = await real.engine.containers.list({ ids: [id] });
      return container?.state === 'exited';
    });
    const usage = await real.engine.system.diskUsage();
    const volume = usage.volumes.find((one) => one.volume.name === name);
    expect(volume).toMatchObject({ references: 1 });
    expect(volume?.size).toBeGreaterThanOrEqual(70_000);
    expect(usage.containers.find(({ container }) => container.id === id)?.size).toBeGreaterThanOrEqual(50_000);
    const image = usage.images.find((one) => one.image.tags.includes(real.image));
    expect(image?.containers).toBe(1);
    expect(image?.image.size).toBeGreaterThan(1_000_000);
    expect(usage.layersSize).toBeGreaterThan(1_000_000);
    await real.engine.containers.remove(id);
  } finally {
    await real.raw({ method: 'DELETE', path: `/volumes/${name}` });
  }
});
