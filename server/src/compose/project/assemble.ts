import { dirname, join } from 'node:path';
import { filePath } from '../../workspace/filePath.ts';
import type { ComposeDocument } from '../document.ts';
import type { Section } from '../schema/shape.ts';
import { emptyEnvironment, type Environment, type EnvText } from './environment.ts';
import { conflict, Extensions, type Siblings } from './extension.ts';
import { type Inclusion, inclusions } from './inclusion.ts';
import { type Layer, layerOf } from './layer.ts';
import { componentOf, LayerServices, plainOf } from './layerServices.ts';
import { type Library, noLibrary } from './library.ts';
import { nothingSpecial, sectionRules } from './mergeRules.ts';
import type { Located, Scope, Value } from './model.ts';
import { projectName } from './name.ts';
import { type Component, type Components, Project, type ProjectProblem } from './project.ts';

export interface AssemblyOptions {
  /** In the order in which they are merged; at least one. */
  readonly files: readonly [ComposeDocument, ...ComposeDocument[]];
  /** What the variables of the process are; those of `.env` are added here. */
  readonly shell?: Environment;
  /** The env files beside the project: `.env`, or those that were asked for. */
  readonly envFiles?: readonly EnvText[];
  /** What relative paths start from; the folder of the first file when absent. */
  readonly folder?: string;
  readonly name?: string;
  readonly activeProfiles?: readonly string[];
  readonly library?: Library;
}

/** Puts a project together from its files. What is not asked for is not built; what was built before is not built again. */
export function assembleProject({
  files,
  shell = emptyEnvironment,
  envFiles = [],
  folder = folderOf(files[0]),
  library = noLibrary,
  ...options
}: AssemblyOptions): Project {
  const [main] = files;
  const around = { base: shell, files: envFiles, folder };
  const given = main.source.scopes.of(around);
  const named = files.flatMap((document) =>
    document.parts.map((part) => layerOf(document, part, given.scope).top.named.get('name')?.value()),
  );
  const name = projectName({ asked: options.name, environment: given.environment, named, folder });
  // Compose has the name of the project among the variables.
  const { environment, scope } = main.source.scopes.of({ ...around, name });
  const assembly = new Assembly({ library, main });
  const sections = assembly.read(files, { scope, environment, trail: [] });
  const profiles = options.activeProfiles ?? environment.get('COMPOSE_PROFILES')?.value.split(',') ?? [];
  return new Project({
    name,
    folder,
    merged: () => [...assembly.merged],
    files: () => [...new Set([...files, ...assembly.scopes.keys()])],
    main,
    complete: () => main.parts[0]?.partial !== true && assembly.complete,
    sections,
    environment,
    activeProfiles: profiles.map((each) => each.trim()).filter((each) => each !== ''),
    problems: () => assembly.problems,
    namedAt: (document) => assembly.namedAt.get(document),
    scopeOf: (document) => assembly.scopes.get(document),
  });
}

/** The folder of a file; empty when it is not on a disk. */
function folderOf({ uri }: ComposeDocument): string {
  const path = filePath(uri);
  return path === undefined ? '' : dirname(path);
}

type Sections = Map<Section | 'top', Map<string, [Component, ...Component[]]>>;

/** What files are read in, and which files led to them. */
interface Reading {
  readonly scope: Scope;
  readonly environment: Environment;
  readonly trail: readonly string[];
}

class Assembly {
  /** What each file is read in; those that are included or extended from are among them. */
  readonly scopes = new Map<ComposeDocument, Scope>();
  /** What is read whole. */
  readonly merged = new Set<ComposeDocument>();
  /** Where a file is included, or extended from. */
  readonly namedAt = new Map<ComposeDocument, Located>();
  complete = true;
  readonly #problems = new Map<string, ProjectProblem>();
  readonly #library: Library;
  readonly #main: ComposeDocument;
  readonly #extensions: Extensions;
  readonly #siblings = new Map<Scope, Map<ComposeDocument, Siblings>>();

  constructor({ library, main }: { readonly library: Library; readonly main: ComposeDocument }) {
    this.#library = library;
    this.#main = main;
    this.#extensions = new Extensions({
      library,
      merged: main.source.merged,
      siblingsIn: (document, around) => this.#siblingsIn(document, around),
      opened: (document, at) => {
        if (!this.namedAt.has(document)) this.namedAt.set(document, at);
      },
      report: (problem) => {
        this.#report(problem);
      },
    });
  }

  get problems(): readonly ProjectProblem[] {
    return [...this.#problems.values()];
  }

  /** The same may be found again when a value is asked for again. */
  #report(problem: ProjectProblem): void {
    this.#problems.set([problem.rule, problem.at.document.uri, problem.at.start, problem.message].join('\n'), problem);
  }

  /** The files of a project, or of one `include`, each over those before. */
  read(files: readonly ComposeDocument[], reading: Reading): Sections {
    const sections: Sections = new Map();
    for (const document of files) {
      const { uri } = document;
      this.merged.add(document);
      this.scopes.set(document, reading.scope);
      for (const part of document.parts)
        this.#add(layerOf(document, part, reading.scope), { ...reading, trail: [...reading.trail, uri] }, sections);
    }
    return sections;
  }

  #add(layer: Layer, reading: Reading, into: Sections): void {
    const included = this.#included(layer, reading);
    const services = new LayerServices(layer, {
      environment: reading.environment,
      included: included.get('services'),
      raw: (components) => this.#merged(components, 'services'),
    });
    const names = new Set<Section | 'top'>([...layer.sections.keys(), ...included.keys(), 'top']);
    for (const section of names) {
      const said = section === 'top' ? layer.top : layer.sections.get(section);
      const all = into.get(section) ?? new Map<string, [Component, ...Component[]]>();
      into.set(section, all);
      if (said?.clears === true) all.clear();
      for (const [name, own] of said?.named ?? []) if (!own || said?.replaced.has(name) === true) all.delete(name);
      const here = section === 'top' ? undefined : included.get(section);
      for (const name of new Set([...(here?.keys() ?? []), ...(said?.named.keys() ?? [])])) {
        const components = section === 'services' ? this.#service(name, services) : plainOf(name, here, said?.named);
        const before = all.get(name);
        if (before) before.push(...components);
        else if (components[0]) all.set(name, [components[0], ...components.slice(1)]);
      }
    }
  }

  /** A service of one YAML document, with what it extends. */
  #service(name: string, services: LayerServices): Component[] {
    const [last] = services.components(name).slice(-1);
    if (!last) return [];
    return [
      {
        at: last.at,
        resolve: () => {
          const raw = services.raw(name);
          if (!raw) return last.resolve();
          const { value, complete } = this.#extensions.of(raw, { name, siblings: services });
          return { value, complete: complete && services.complete(name) };
        },
      },
    ];
  }

  #merged(components: readonly Component[], section: Section): Value | undefined {
    const { merged } = this.#main.source;
    const values = components.map(({ resolve }) => resolve().value);
    return values.length === 0
      ? undefined
      : values.reduce((base, over) => {
          const { value, conflicts } = merged.of(base, over, sectionRules[section] ?? nothingSpecial);
          for (const { base: before, over: after } of conflicts) this.#report(conflict(before, after));
          return value;
        });
  }

  /** What a YAML document includes. The first of several wins, so it comes last. */
  #included({ scope, top, document }: Layer, reading: Reading): Map<Section, Components> {
    const value = top.named.get('include')?.value();
    const all = new Map<Section, Map<string, [Component, ...Component[]]>>();
    for (const inclusion of value ? inclusions(value, scope.folder).toReversed() : []) {
      const files = inclusion && this.#open(inclusion, reading, document);
      if (!files) {
        this.complete = false;
        continue;
      }
      for (const [section, components] of files) {
        if (section === 'top') continue;
        const named = all.get(section) ?? new Map<string, [Component, ...Component[]]>();
        all.set(section, named);
        for (const [name, more] of components) {
          const before = named.get(name);
          if (before) before.push(...more);
          else named.set(name, [...more]);
        }
      }
    }
    return all;
  }

  /** The files of one item of `include`; `undefined` when they cannot be read, or not yet. */
  #open({ paths, folder, envFiles }: Inclusion, reading: Reading, from: ComposeDocument): Sections | undefined {
    const documents = paths.map(({ path, at }) => {
      const document = this.#library.document(path);
      if (document === null)
        this.#report({ rule: 'include-target', at, message: `There is no file \`${at.text}\` to include.` });
      return document;
    });
    const env = (envFiles ?? [{ path: join(folder, '.env'), at: undefined }]).flatMap(({ path, at }): EnvText[] => {
      const text = this.#library.text(path);
      if (text === null && at)
        this.#report({ rule: 'include-target', at, message: `There is no env file \`${at.text}\`.` });
      return typeof text === 'string' ? [{ path, text }] : [];
    });
    const [first] = documents;
    if (first && reading.trail.includes(first.uri)) {
      const way = [...reading.trail.slice(reading.trail.indexOf(first.uri)), first.uri].map(nameOf);
      const at: Located = paths[0]?.at ?? { document: from, start: 0, end: 0 };
      this.#report({
        rule: 'include-cycle',
        at,
        message: `These files include each other in a circle: ${way.join(' → ')}.`,
      });
      return undefined;
    }
    const found = documents.filter(
      (document): document is ComposeDocument => document !== null && document !== undefined,
    );
    documents.forEach((document, index) => {
      const at = paths[index]?.at;
      if (document && at && !this.namedAt.has(document)) this.namedAt.set(document, at);
    });
    if (found.length < documents.length) return undefined;
    const { environment, scope } = this.#main.source.scopes.of({ base: reading.environment, files: env, folder });
    return this.read(found, { scope, environment, trail: reading.trail });
  }

  /** The services of a file that is extended from: without what it includes, all its documents merged. */
  #siblingsIn(document: ComposeDocument, around: Pick<Siblings, 'folder' | 'environment'>): Siblings {
    const { scope } = this.#main.source.scopes.of({ base: around.environment, files: [], folder: around.folder });
    const known = this.#siblings.get(scope)?.get(document);
    if (known) return known;
    if (!this.scopes.has(document)) this.scopes.set(document, scope);
    const all = new Map<string, Component[]>();
    for (const part of document.parts) {
      const said = layerOf(document, part, scope).sections.get('services');
      if (said?.clears === true) all.clear();
      for (const [name, own] of said?.named ?? []) {
        if (!own || said?.replaced.has(name) === true) all.delete(name);
        if (own) all.set(name, [...(all.get(name) ?? []), componentOf(own)]);
      }
    }
    const siblings: Siblings = {
      document,
      ...around,
      raw: (name) => this.#merged(all.get(name) ?? [], 'services'),
      names: () => all.keys(),
    };
    this.#siblings.set(
      scope,
      (this.#siblings.get(scope) ?? new Map<ComposeDocument, Siblings>()).set(document, siblings),
    );
    return siblings;
  }
}

function nameOf(uri: string): string {
  return `\`${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}\``;
}
