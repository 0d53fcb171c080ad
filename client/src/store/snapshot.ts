import type { Container, Image, Network, Volume } from '../engine/model.ts';
import { equal } from './equal.ts';
import { mayBe, since } from './since.ts';
import type { Changed, ObjectChange } from './store.ts';

export const unchanged: ObjectChange = { added: [], changed: [], removed: [] };
export const allUnchanged: Changed = {
  containers: unchanged,
  images: unchanged,
  volumes: unchanged,
  networks: unchanged,
};

/** Some containers as they were read: all, or those asked for by id. */
export interface ContainerReading {
  readonly asked: 'all' | ReadonlySet<string>;
  readonly found: readonly Container[];
  /** When containers were seen to start or end, by id. */
  readonly turned: ReadonlyMap<string, number>;
  readonly now: number;
}

/** What is known of the engine. A record that has not changed stays the same object and makes no change. */
export class Snapshot {
  readonly containers = new Map<string, Container>();
  readonly images = new Map<string, Image>();
  readonly volumes = new Map<string, Volume>();
  readonly networks = new Map<string, Network>();

  putContainers({ asked, found, turned, now }: ContainerReading): ObjectChange {
    const records = found.map((read) =>
      dated(read, this.containers.get(read.id), { turned: turned.get(read.id), now }),
    );
    return put(this.containers, byId(records), asked === 'all' ? [...this.containers.keys()] : asked);
  }

  putImages(images: readonly Image[]): ObjectChange {
    return put(this.images, byId(images), [...this.images.keys()]);
  }

  putVolumes(volumes: readonly Volume[]): ObjectChange {
    return put(this.volumes, new Map(volumes.map((volume) => [volume.name, volume])), [...this.volumes.keys()]);
  }

  putNetworks(networks: readonly Network[]): ObjectChange {
    return put(this.networks, byId(networks), [...this.networks.keys()]);
  }

  dropContainers(ids: Iterable<string>): ObjectChange {
    return { ...unchanged, removed: [...ids].filter((id) => this.containers.delete(id)) };
  }

  /** Forgets everything: what follows is another engine's. */
  clear(): Changed {
    return {
      containers: emptied(this.containers),
      images: emptied(this.images),
      volumes: emptied(this.volumes),
      networks: emptied(this.networks),
    };
  }
}

function emptied(map: Map<string, unknown>): ObjectChange {
  const removed = [...map.keys()];
  map.clear();
  return { ...unchanged, removed };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** Puts records in and takes out which of `expected` is not among them. */
function put<T>(map: Map<string, T>, records: ReadonlyMap<string, T>, expected: Iterable<string>): ObjectChange {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [id, record] of records) {
    const known = map.get(id);
    if (known !== undefined && equal(known, record)) continue;
    (known === undefined ? added : changed).push(id);
    map.set(id, record);
  }
  const removed = [...expected].filter((id) => !records.has(id) && map.delete(id));
  return { added, changed, removed };
}

/**
 * The record with `since`. `Up 3 minutes` is another text a minute later without anything having happened: as long as
 * it may mean the same moment as before, both the moment and the words stay as they were.
 */
function dated(
  read: Container,
  known: Container | undefined,
  { turned, now }: { turned: number | undefined; now: number },
): Container {
  const told = since(read.status, now);
  if (turned !== undefined && told !== undefined && mayBe(turned, told)) return { ...read, since: turned };
  if (told === undefined) return read;
  const same = known?.since !== undefined && known.state === read.state && mayBe(known.since, told);
  return same
    ? { ...read, since: known.since, status: sameWords(known.status, read.status) }
    : { ...read, since: told.at };
}

/** The known status when the new one says the same but for its span of time. */
function sameWords(known: string, read: string): string {
  return timeless(known) === timeless(read) ? known : read;
}

function timeless(status: string): string {
  return status.replace(/\b(Less than a second|About an? \w+|\d+ (second|minute|hour|day|week|month|year)s?)\b/i, '');
}
