import type { EngineEvent, EngineObjectType } from '../engine/model.ts';

/** What an event makes stale in the snapshot. */
export type Affected =
  /** `turned`: it has just begun to run or ended, so its uptime starts anew. */
  | { readonly kind: 'container'; readonly id: string; readonly turned: boolean }
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'images' | 'volumes' | 'networks' };

/** The types of objects whose events can change the snapshot. */
export const watchedTypes: readonly EngineObjectType[] = [
  'container',
  'image',
  'network',
  'volume',
  'service',
  'node',
  'secret',
  'config',
];

/** The types of a Swarm's own objects: it tells of them, but not of its tasks. */
export const swarmTypes: ReadonlySet<EngineObjectType> = new Set(['service', 'node', 'secret', 'config']);

/** The label of a container that runs a task of a service. */
export const taskLabel = 'com.docker.swarm.service.id';

/** Events of a container that change nothing that we hold; a health check alone makes three `exec_` per run. */
const idleContainer = /^(exec_|attach|detach|top|resize|export|copy|archive-path|extract-to-dir)/;
/** Events of an image that change neither it nor its names. */
const idleImage = /^(push|save|mount|unmount)/;
/** A network's `connect` and `disconnect` are a container's change; its own life touches no container. */
const attachment = /^(connect|disconnect)/;
/** Events of a volume that only say that a container begins or ends to use it. */
const idleVolume = /^(mount|unmount)/;

/** What must be read again after this event: nothing, for most kinds of noise. */
export function affected({ type, action, id, attributes }: EngineEvent): readonly Affected[] {
  switch (type) {
    case 'container':
      if (idleContainer.test(action) || id === '') return [];
      if (action === 'destroy') return [{ kind: 'gone', id }];
      if (action === 'commit') return [{ kind: 'images' }];
      return [{ kind: 'container', id, turned: action === 'start' || action === 'die' }];
    case 'network': {
      const container = attributes['container'];
      if (!attachment.test(action)) return [{ kind: 'networks' }];
      return container ? [{ kind: 'container', id: container, turned: false }] : [];
    }
    case 'image':
      return idleImage.test(action) ? [] : [{ kind: 'images' }];
    case 'volume':
      return idleVolume.test(action) ? [] : [{ kind: 'volumes' }];
    default:
      return [];
  }
}
