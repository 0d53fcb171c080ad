import type { Container, Mount, Network, NetworkAttachment, Volume } from '../engine/model.ts';
import type { ContextEntry } from '../engine/endpoint/contexts.ts';
import type { SwarmService } from '../engine/port/swarm.ts';
import type { RemoteState } from './node.ts';
import { projectOf } from './nodes/compose.ts';
import { looksSecret } from '../../../server/src/protocol/secrets.ts';

/** What is so of a container, for menus, pickers and the row's context: its state, `published`, `unhealthy`, `compose`. */
export function containerFlags({ state, ports, health, labels }: Container): string[] {
  return [
    state,
    ...(ports.some(({ hostPort }) => hostPort !== undefined) ? ['published'] : []),
    ...(health === 'unhealthy' ? ['unhealthy'] : []),
    ...(projectOf({ labels }) === undefined ? [] : ['compose']),
  ];
}

/**
 * What is so of an image's row: `tagged` or `dangling` or neither, `used` when a container is made of it, `outdated` when
 * its registry is known to have another one under the name.
 */
export function imageFlags(of: {
  readonly tag?: string;
  readonly dangling: boolean;
  readonly used: boolean;
  readonly remote?: RemoteState;
}): string[] {
  return [
    ...(of.tag === undefined ? [] : ['tagged']),
    ...(of.dangling ? ['dangling'] : []),
    ...(of.used ? ['used'] : []),
    ...(of.remote?.state === 'newer' ? ['outdated'] : []),
  ];
}

/** What is so of a port: `published` when it can be reached from outside the container. */
export function portFlags({ hostPort }: { hostPort?: number }): string[] {
  return hostPort === undefined ? [] : ['published'];
}

/** What is so of a Swarm's service: its mode, and `complete` when all its tasks run. */
export function serviceFlags({ desired, mode, running }: Pick<SwarmService, 'desired' | 'mode' | 'running'>): string[] {
  return [mode, ...(running >= desired ? ['complete'] : [])];
}

/** What is so of a context: `current` or `other`, and `stored` when it can be removed. */
export function contextFlags({ current, stored }: Pick<ContextEntry, 'current' | 'stored'>): string[] {
  return [current ? 'current' : 'other', ...(stored ? ['stored'] : [])];
}

/** What is so of a mount: `volume`, or `bind` of a path of the engine's machine. */
export function mountFlags({ type }: Pick<Mount, 'type'>): string[] {
  return type === 'volume' || type === 'bind' ? [type] : [];
}

/** What is so of a container's place on a network: `addressed` while it has an address there. */
export function attachmentFlags({ ipv4, ipv6 }: NetworkAttachment): string[] {
  return ipv4 === undefined && ipv6 === undefined ? [] : ['addressed'];
}

/** What is so of a variable whose value looks like a secret: `masked` or `revealed`. */
export function variableFlags(
  variable: { readonly name: string; readonly value: string },
  revealed: boolean,
): string[] {
  if (!looksSecret(variable.name, variable.value)) return [];
  return [revealed ? 'revealed' : 'masked'];
}

/** What is so of a volume: `used` by a container or `unused`, and `anonymous`. */
export function volumeFlags({ anonymous }: Pick<Volume, 'anonymous'>, users: readonly Container[]): string[] {
  return [users.length > 0 ? 'used' : 'unused', ...(anonymous ? ['anonymous'] : [])];
}

/** What is so of a network: `builtIn` or `custom`, and `used` by a container or `unused`. */
export function networkFlags({ builtIn }: Pick<Network, 'builtIn'>, users: readonly Container[]): string[] {
  return [builtIn ? 'builtIn' : 'custom', users.length > 0 ? 'used' : 'unused'];
}

/** What is so of a compose project: all its containers run, some do (`partial`), or none (`stopped`). */
export function groupFlags(containers: readonly Container[]): string[] {
  const running = containers.filter(({ state }) => state === 'running' || state === 'restarting').length;
  if (running === 0) return ['stopped'];
  return [running === containers.length ? 'running' : 'partial'];
}
