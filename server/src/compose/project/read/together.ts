import type { Service } from '../service.ts';

/**
 * Whether two services belong to different profiles: they are taken for alternatives, although someone could switch both
 * profiles on.
 */
export function neverTogether(one: Service, other: Service): boolean {
  const [a, b] = [one.profiles, other.profiles];
  return a.length > 0 && b.length > 0 && !a.some((profile) => b.includes(profile));
}
