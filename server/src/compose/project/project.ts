import type { ComposeDocument } from '../document.ts';
import type { Section } from '../schema/shape.ts';
import type { Environment } from './environment.ts';
import { conflict } from './extension.ts';
import { type MergeRule, nothingSpecial, sectionRules, serviceRules } from './mergeRules.ts';
import { type Located, MappingValue, type Origin, type Scope, type Value } from './model.ts';
import { Service } from './service.ts';
import type { ListFinding } from './unicity.ts';
import type { VariableUse } from './variables.ts';

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
  /** Made when it is asked for; not complete when it builds on something that cannot be read. */
  readonly resolve: () => { readonly value: Value; readonly complete: boolean };
}

/** By name, at least one each, in the order in which they are merged. */
export type Components = ReadonlyMap<string, readonly [Component, ...Component[]]>;

export interface ProjectParts {
  readonly name: string;
  readonly folder: string;
  readonly files: () => readonly ComposeDocument[];
  readonly merged: () => readonly ComposeDocument[];
  readonly main: ComposeDocument;
  readonly complete: () => boolean;
  /** `top`: the other keys of the top level. */
  readonly sections: ReadonlyMap<Section | 'top', Components>;
  readonly environment: Environment;
  readonly activeProfiles: readonly string[];
  readonly problems: () => readonly ProjectProblem[];
  readonly scopeOf: (document: ComposeDocument) => Scope | undefined;
  readonly namedAt: (document: ComposeDocument) => Located | undefined;
}

/** The effective project: what compose makes of its files together. Made once for a state of its files; never changes. */
export class Project {
  /** As compose normalises it; of the folder when no file gives one. */
  readonly name: string;
  /** What relative paths start from; empty when the project is not on a disk. */
  readonly folder: string;
  /** The first of the files that make up the project. */
  readonly main: ComposeDocument;
  readonly services: ReadonlyMap<string, Service>;
  readonly environment: Environment;
  readonly activeProfiles: readonly string[];
  /** What `variablesIn` found, by file. */
  readonly variableUses = new WeakMap<ComposeDocument, readonly VariableUse[]>();
  readonly #parts: ProjectParts;
  readonly #problems = new Map<string, ProjectProblem>();
  #allProblems: readonly ProjectProblem[] | undefined;
  readonly #resources = new Map<Section, ReadonlyMap<string, Resource>>();

  constructor(parts: ProjectParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.folder = parts.folder;
    this.main = parts.main;
    this.environment = parts.environment;
    this.activeProfiles = parts.activeProfiles;
    const services = parts.sections.get('services') ?? new Map<string, never>();
    this.services = new Map(Array.from(services, ([name, all]) => [name, this.#service(name, all)]));
  }

  /** Those that make up the project: the first, those over it, those that are included. */
  get merged(): readonly ComposeDocument[] {
    return this.#parts.merged();
  }

  /** The same with those that are extended from, once they were read. */
  get files(): readonly ComposeDocument[] {
    return this.#parts.files();
  }

  /** False when files that belong to it are not known: what is missing here may stand there. */
  get complete(): boolean {
    return this.#parts.complete();
  }

  /** Where another file includes a file, or extends from it. */
  namedAt(document: ComposeDocument): Located | undefined {
    return this.#parts.namedAt(document);
  }

  /** What a file of the project is read in. */
  scopeOf(document: ComposeDocument): Scope | undefined {
    return this.#parts.scopeOf(document);
  }

  /** What is wrong with files together; each is told by a rule. */
  get problems(): readonly ProjectProblem[] {
    return (this.#allProblems ??= this.makeAll());
  }

  /** Makes every value, and with it everything that is wrong with them. */
  makeAll(): readonly ProjectProblem[] {
    for (const service of this.services.values()) service.resolve();
    for (const section of ['networks', 'volumes', 'secrets', 'configs', 'models'] as const) this.resources(section);
    return [...this.#parts.problems(), ...this.#problems.values()];
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
    const components = this.#parts.sections.get('top')?.get(key);
    return components && { at: lastOf(components).at, value: this.#merged(components, nothingSpecial).value };
  }

  get topKeys(): readonly string[] {
    return [...(this.#parts.sections.get('top')?.keys() ?? [])];
  }

  /** What a section defines, by name. */
  resources(section: Exclude<Section, 'services'>): ReadonlyMap<string, Resource> {
    const known = this.#resources.get(section);
    if (known) return known;
    const resources = new Map(
      Array.from(
        this.#parts.sections.get(section) ?? [],
        ([name, all]) => [name, this.#resource(name, all, section)] as const,
      ),
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
      resolve: () => {
        const { value, complete } = this.#merged(components, serviceRules);
        return {
          value: value.kind === 'mapping' ? value : new MappingValue([], { origin: at }),
          complete: complete && this.complete,
        };
      },
      activeProfiles,
    });
  }

  #resource(name: string, components: readonly [Component, ...Component[]], section: Section): Resource {
    const { value } = this.#merged(components, sectionRules[section] ?? nothingSpecial);
    return { name, at: lastOf(components).at, value: value.kind === 'mapping' ? value : undefined };
  }

  #merged(
    components: readonly [Component, ...Component[]],
    rule: MergeRule,
  ): { readonly value: Value; readonly complete: boolean } {
    const { merged } = this.main.source;
    const [first, ...more] = components.map(({ resolve }) => {
      const { value, complete } = resolve();
      const tidy = merged.tidy(value, rule);
      for (const each of tidy.found) this.#report(listProblem(each));
      return { value: tidy.value, complete };
    });
    let whole = first?.value;
    for (const { value } of more) {
      if (!whole) break;
      const next = merged.of(whole, value, rule);
      for (const { base, over } of next.conflicts) this.#report(conflict(base, over));
      whole = next.value;
    }
    if (!whole) throw new Error('a component has a value');
    return { value: whole, complete: first?.complete === true && more.every(({ complete }) => complete) };
  }

  #report(problem: ProjectProblem): void {
    this.#problems.set([problem.rule, problem.at.document.uri, problem.at.start].join('\n'), problem);
  }
}

function lastOf(components: readonly [Component, ...Component[]]): Component {
  return components.at(-1) ?? components[0];
}

/** What is told of an item of a list that compose does not keep, or cannot tell from others. */
function listProblem({ kind, item, by, lacks = '' }: ListFinding): ProjectProblem {
  if (kind === 'unclear') return { rule: 'list-item', at: item, message: `This item has no \`${lacks}\`.` };
  const line = by ? by.document.text.positionAt(by.start).line + 1 : 0;
  return {
    rule: 'silent-override',
    at: item,
    message: `This does not count: the item on line ${line} takes its place.`,
    ...(by && { related: [{ at: by, message: 'What takes its place.' }] }),
  };
}
