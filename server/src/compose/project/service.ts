import type { Located, MappingValue, Value } from './model.ts';

export interface ServiceOptions {
  readonly name: string;
  readonly at: Located;
  readonly value: () => MappingValue;
  readonly complete: boolean;
  readonly activeProfiles: readonly string[];
}

/** A service as compose would run it: merged, extended, interpolated. Its value is made when it is first asked for. */
export class Service {
  readonly name: string;
  /** The key that names it, in the last file that says something of it. */
  readonly at: Located;
  /** False when some of it is elsewhere or cannot be read: then what is missing here may stand there. */
  readonly complete: boolean;
  readonly #activeProfiles: readonly string[];
  readonly #make: () => MappingValue;
  #value: MappingValue | undefined;

  constructor({ name, at, value, complete, activeProfiles }: ServiceOptions) {
    this.name = name;
    this.at = at;
    this.complete = complete;
    this.#make = value;
    this.#activeProfiles = activeProfiles;
  }

  get value(): MappingValue {
    return (this.#value ??= this.#make());
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
