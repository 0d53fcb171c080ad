import type { TreeNode } from '../../client/src/tree/node.ts';
import { usersOfNetwork, usersOfVolume } from '../../client/src/tree/nodes/users.ts';
import { openDesk, type Desk } from './commandContext.ts';
import { engineTest } from './engineTest.ts';
import type { ShownTerminal } from './shown.ts';
import { until } from './until.ts';

/** vitest's `test` with the real engine (shared by the file) and a desk before it, a new one for each test. */
export function deskTest(suite: string) {
  return engineTest(suite).extend<{ desk: Desk }>({
    desk: async ({ real }, use) => {
      const desk = await openDesk(real.engine);
      await use(desk);
      desk.dispose();
    },
  });
}

/** The container's row, as soon as the store knows it as the engine has it now. */
export async function containerRow(desk: Desk, id: string): Promise<TreeNode & { kind: 'container' }> {
  const [now] = await desk.context.engine.containers.list({ ids: [id] });
  await until(`${now?.state ?? 'unknown'} ${id}`, () => desk.store.containers.get(id)?.state === now?.state);
  const container = desk.store.containers.get(id);
  if (!container) throw new Error('gone again');
  return { kind: 'container', id: container.id, container };
}

/** The image's row, as soon as the store knows of this tag. */
export async function imageRow(desk: Desk, tag: string): Promise<TreeNode & { kind: 'image' }> {
  const find = (): TreeNode | undefined => {
    const image = [...desk.store.images.values()].find(({ tags, id }) => tags.includes(tag) || id === tag);
    return (
      image && { kind: 'image', id: `${image.id} ${tag}`, image, usedBy: [], ...(image.id === tag ? {} : { tag }) }
    );
  };
  await until(`image ${tag} in the store`, () => find() !== undefined);
  return find() as TreeNode & { kind: 'image' };
}

/** What a terminal has written. */
export function seen(terminal: ShownTerminal | undefined): string {
  return terminal?.text ?? '';
}

/** The volume's row, as soon as the store knows of it. */
export async function volumeRow(desk: Desk, name: string): Promise<TreeNode & { kind: 'volume' }> {
  await until(`volume ${name} in the store`, () => desk.store.volumes.has(name));
  const volume = desk.store.volumes.get(name);
  if (!volume) throw new Error('gone again');
  return { kind: 'volume', id: name, volume, users: usersOfVolume(volume, desk.store.containers.values()) };
}

/** The network's row, as soon as the store knows of a network of this name. */
export async function networkRow(desk: Desk, name: string): Promise<TreeNode & { kind: 'network' }> {
  const find = () => [...desk.store.networks.values()].find((network) => network.name === name);
  await until(`network ${name} in the store`, () => find() !== undefined);
  const network = find();
  if (!network) throw new Error('gone again');
  return { kind: 'network', id: network.id, network, users: usersOfNetwork(network, desk.store.containers.values()) };
}
