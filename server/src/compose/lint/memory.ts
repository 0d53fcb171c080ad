import type { MappingValue } from '../project/model.ts';
import type { Service } from '../project/service.ts';
import type { Found } from './found.ts';

interface Remembered {
  readonly service: Service;
  readonly found: Map<string, readonly Found[]>;
}

/** What rules found in services before: a service whose value is the same gives the same again. */
export class FindingMemory {
  readonly #known = new WeakMap<MappingValue, Remembered>();

  of(service: Service, rule: string, find: () => Iterable<Found>): readonly Found[] {
    const before = this.#known.get(service.value);
    const same = before && isSame(before.service, service) ? before : { service, found: new Map<string, Found[]>() };
    if (same !== before) this.#known.set(service.value, same);
    const known = same.found.get(rule);
    if (known) return known;
    const found = [...find()];
    same.found.set(rule, found);
    return found;
  }
}

function isSame(a: Service, b: Service): boolean {
  return a.name === b.name && a.complete === b.complete && a.enabled === b.enabled;
}
