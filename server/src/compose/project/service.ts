import type { Located, MappingValue, Value } from './model.ts';

interface Resolved {
  readonly value: MappingValue;
  readonly complete: boolean;
}

export interface ServiceOptions {
  readonly name: string;
  readonly at: Located;
  readonly resolve: () => Resolved;
  readonly activeProfiles: readonly string[];
}

/** A service as compose would run it: merged, extended, interpolated. Its value is made when it is first asked for. */
export class Service {
  readonly name: string;
  /** The key that names it, in the last file that says something of it. */
  readonly at: Located;
  readonly #activeProfiles: readonly string[];
  readonly #make: () => Resolved;
  #resolved: Resolved | undefined;

  constructor({ name, at, resolve, activeProfiles }: ServiceOptions) {
    this.name = name;
    this.at = at;
    this.#make = resolve;
    this.#activeProfiles = activeProfiles;
  }

  /** Makes its value, unless that was done. */
  resolve(): Resolved {
    return (this.#resolved ??= this.#make());
  }

  get value(): MappingValue {
    return this.resolve().value;
  }

  /** False when some of it is elsewhere or cannot be read: then what is missing here may stand there. */
  get complete(): boolean {
    return this.resolve().complete;
  }

  get(key: string): Value | undefined {
    return this.value.get(key);
  }

  has(key: string): boolean {
    return this.value.has(key);
  }

  /** Empty for a service that always runs. */
  get profiles(): readonly string[] {
    return this.value.items('profiles').flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  }

  /** Whether it runs under the active profiles. */
  get enabled(): boolean {
    const { profiles } = this;
    return (
      profiles.length === 0 || profiles.some((name) => ['*', name].some((each) => this.#activeProfiles.includes(each)))
    );
  }
}
