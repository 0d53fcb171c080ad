import type { ComposeDocument } from '../document.ts';
import type { Section } from '../schema/shape.ts';
import type { Environment } from './environment.ts';
import { type Located, MappingValue, type Origin, type Value } from './model.ts';
import { Service } from './service.ts';

/** Something that a section defines by name: a network, a volume, a secret, a config or a model. */
export interface Resource {
  readonly name: string;
  /** The key that names it, in the last file that says something of it. */
  readonly at: Located;
  /** `undefined` when nothing stands after the name. */
  readonly value: MappingValue | undefined;
}

/** Something wrong with the project as a whole that was found while it was put together. */
export interface ProjectProblem {
  /** The id of the rule that reports it. */
  readonly rule: string;
  readonly at: Located;
  readonly message: string;
  readonly related?: readonly { readonly at: Located; readonly message: string }[];
}

/** What one file says of a name. */
export interface Component {
  /** The key. */
  readonly at: Origin;
  /** Made when it is asked for. */
  readonly value: () => Value;
  /** False when it builds on something that cannot be read. */
  readonly complete: boolean;
}

/** By name, at least one each, in the order in which they are merged. */
export type Components = ReadonlyMap<string, readonly [Component, ...Component[]]>;

export interface ProjectParts {
  readonly name: string;
  readonly files: readonly ComposeDocument[];
  readonly main: ComposeDocument;
  readonly complete: boolean;
  readonly sections: ReadonlyMap<Section, Components>;
  /** The other keys of the top level. */
  readonly top: Components;
  readonly environment: Environment;
  readonly activeProfiles: readonly string[];
  readonly problems: readonly ProjectProblem[];
}

/** The effective project: what compose makes of its files together. Made once for a state of its files; never changes. */
export class Project {
  /** As compose normalises it; of the folder when no file gives one. */
  readonly name: string;
  /** In the order in which they are merged; those that are included or extended from are among them. */
  readonly files: readonly ComposeDocument[];
  /** The first of the files that make up the project. */
  readonly main: ComposeDocument;
  /** False when the files are meant to be merged over others that are not known: what is missing here may stand there. */
  readonly complete: boolean;
  readonly services: ReadonlyMap<string, Service>;
  readonly environment: Environment;
  readonly activeProfiles: readonly string[];
  /** What is wrong with files together; each is told by a rule. */
  readonly problems: readonly ProjectProblem[];
  readonly #sections: ProjectParts['sections'];
  readonly #top: Components;
  readonly #resources = new Map<Section, ReadonlyMap<string, Resource>>();

  constructor({ sections, ...parts }: ProjectParts) {
    this.name = parts.name;
    this.files = parts.files;
    this.main = parts.main;
    this.complete = parts.complete;
    this.#top = parts.top;
    this.environment = parts.environment;
    this.activeProfiles = parts.activeProfiles;
    this.problems = parts.problems;
    this.#sections = sections;
    this.services = new Map(
      Array.from(sections.get('services') ?? [], ([name, all]) => [name, this.#service(name, all)]),
    );
  }

  get networks(): ReadonlyMap<string, Resource> {
    return this.resources('networks');
  }
  get volumes(): ReadonlyMap<string, Resource> {
    return this.resources('volumes');
  }
  get secrets(): ReadonlyMap<string, Resource> {
    return this.resources('secrets');
  }
  get configs(): ReadonlyMap<string, Resource> {
    return this.resources('configs');
  }
  get models(): ReadonlyMap<string, Resource> {
    return this.resources('models');
  }

  /** A key of the top level that is no section: `name`, `include`, `x-…`. */
  top(key: string): { readonly at: Located; readonly value: Value } | undefined {
    const components = this.#top.get(key);
    return components && { at: lastOf(components).at, value: this.#merged(components) };
  }

  /** What a section defines, by name. */
  resources(section: Exclude<Section, 'services'>): ReadonlyMap<string, Resource> {
    const known = this.#resources.get(section);
    if (known) return known;
    const resources = new Map(
      Array.from(this.#sections.get(section) ?? [], ([name, all]) => [name, this.#resource(name, all)] as const),
    );
    this.#resources.set(section, resources);
    return resources;
  }

  #service(name: string, components: readonly [Component, ...Component[]]): Service {
    const { activeProfiles } = this;
    const { at } = lastOf(components);
    return new Service({
      name,
      at,
      value: () => this.#mapping(components) ?? new MappingValue([], { origin: at }),
      complete: this.complete && components.every(({ complete }) => complete),
      activeProfiles,
    });
  }

  #resource(name: string, components: readonly [Component, ...Component[]]): Resource {
    return { name, at: lastOf(components).at, value: this.#mapping(components) };
  }

  #mapping(components: readonly Component[]): MappingValue | undefined {
    const whole = this.#merged(components);
    return whole.kind === 'mapping' ? whole : undefined;
  }

  #merged(components: readonly Component[]): Value {
    const { merged } = this.main.source;
    return components.map(({ value }) => value()).reduce((base, over) => merged.of(base, over));
  }
}

function lastOf(components: readonly [Component, ...Component[]]): Component {
  return components.at(-1) ?? components[0];
}
