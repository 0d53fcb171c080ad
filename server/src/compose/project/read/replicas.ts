import type { Located } from '../model.ts';
import type { Service } from '../service.ts';

/** How many containers a service has, where it says so in a number. */
export interface Replicas {
  readonly count: number;
  readonly at: Located;
  readonly key: 'scale' | 'deploy.replicas';
}

/** What `scale`, else `deploy.replicas`, gives; `undefined` when neither does or its value is not known. */
export function replicasOf({ value }: Pick<Service, 'value'>): Replicas | undefined {
  const scale = value.scalar('scale');
  const replicas = value.mapping('deploy')?.scalar('replicas');
  const given = scale ?? replicas;
  if (!given?.known || typeof given.value !== 'number') return undefined;
  return { count: given.value, at: given, key: scale ? 'scale' : 'deploy.replicas' };
}
