import { expect, test } from 'vitest';
import type { Contracted } from './engineContract.ts';

/** Volumes and networks; a part of the engine's contract. */
export function networkContract(open: () => Contracted): void {
  test('a volume comes and goes, and its name tells whether somebody chose it', async () => {
    const { engine, labels } = open();
    const { volumes } = engine;
    const made = await volumes.create({ name: 'gantry-contract', labels: { ...labels, 'gantry.contract': 'volume' } });
    expect(made).toMatchObject({ name: 'gantry-contract', driver: 'local', anonymous: false });
    expect(made.labels['gantry.contract']).toBe('volume');
    const nameless = await volumes.create({ labels });
    expect(nameless.anonymous).toBe(true);
    const names = async (): Promise<string[]> => (await volumes.list()).map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['gantry-contract', nameless.name]));
    expect(await volumes.inspect('gantry-contract')).toMatchObject({ Name: 'gantry-contract' });
    for (const name of ['gantry-contract', nameless.name]) await volumes.remove(name);
    expect(await names()).not.toContain('gantry-contract');
    await expect(volumes.remove('gantry-contract')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(volumes.inspect('gantry-contract')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a network comes and goes, and containers come into it and leave it', async () => {
    const { engine, image, labels } = open();
    const { networks, containers } = engine;
    const subnets = [{ subnet: '10.213.7.0/24', gateway: '10.213.7.1' }];
    const { id } = await networks.create({ name: 'gantry-contract', subnets, internal: true, labels });
    const found = (await networks.list()).find((network) => network.id === id);
    expect(found).toMatchObject({ name: 'gantry-contract', driver: 'bridge', internal: true, subnets });
    await expect(networks.create({ name: 'gantry-contract', labels })).rejects.toMatchObject({ kind: 'conflict' });
    const container = await containers.create({ image, labels, command: ['sleep', '600'] });
    const namesOf = async (): Promise<string[]> =>
      (await containers.list({ ids: [container.id] })).flatMap(({ networks: own }) => own.map(({ name }) => name));
    await networks.connect(id, container.id, { aliases: ['db'], ipv4: '10.213.7.9' });
    await containers.start(container.id);
    expect(await namesOf()).toContain('gantry-contract');
    await expect(networks.remove(id)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(networks.remove('bridge')).rejects.toMatchObject({ kind: 'conflict' });
    await networks.disconnect(id, container.id);
    expect(await namesOf()).not.toContain('gantry-contract');
    await networks.remove(id);
    expect((await networks.list()).some((network) => network.id === id)).toBe(false);
    await expect(networks.connect(id, container.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(networks.remove(id)).rejects.toMatchObject({ kind: 'not-found' });
    await containers.remove(container.id, { force: true });
  });
}
