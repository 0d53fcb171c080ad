import type { Container, Network, Volume } from '../../engine/model.ts';
import { byName } from './sort.ts';

/** The containers that have a volume mounted or will when they start, by name: what a stopped one uses is used. */
export function usersOfVolume({ name }: Pick<Volume, 'name'>, containers: Iterable<Container>): Container[] {
  return [...containers]
    .filter(({ mounts }) => mounts.some((mount) => mount.name === name))
    .sort((a, b) => byName(a.name, b.name));
}

/** The containers that are on a network or will be when they start, by name. */
export function usersOfNetwork(
  { id, name }: Pick<Network, 'id' | 'name'>,
  containers: Iterable<Container>,
): Container[] {
  return [...containers]
    .filter(({ networks }) => networks.some((one) => isOn(one, { id, name })))
    .sort((a, b) => byName(a.name, b.name));
}

/** Of a container that was never started the engine knows the network's name only. */
function isOn(
  attachment: { readonly id: string; readonly name: string },
  network: Pick<Network, 'id' | 'name'>,
): boolean {
  return attachment.id === '' ? attachment.name === network.name : attachment.id === network.id;
}

/** The containers by what each of them uses: one pass, however many volumes or networks there are. */
export function usersBy(
  containers: Iterable<Container>,
  keysOf: (container: Container) => Iterable<string>,
): ReadonlyMap<string, readonly Container[]> {
  const users = new Map<string, Container[]>();
  for (const container of [...containers].sort((a, b) => byName(a.name, b.name)))
    for (const key of new Set(keysOf(container))) {
      const found = users.get(key);
      if (found) found.push(container);
      else users.set(key, [container]);
    }
  return users;
}

/** `used by web, db`, `used by 5 containers`, `unused`. */
export function usedText(users: readonly Pick<Container, 'name'>[]): string {
  if (users.length === 0) return 'unused';
  return users.length > 2
    ? `used by ${users.length} containers`
    : `used by ${users.map(({ name }) => name).join(', ')}`;
}
