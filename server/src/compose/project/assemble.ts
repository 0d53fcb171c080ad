import type { ComposeDocument, ComposePart } from '../document.ts';
import { isSection } from '../references.ts';
import { composeShape } from '../schema/compose.data.ts';
import type { Section, Shape } from '../schema/shape.ts';
import type { EffectiveEntry } from '../yaml/anchors.ts';
import type { Entry } from '../yaml/node.ts';
import { shapeAt, ValueBuilder } from './build.ts';
import { type Environment, environmentOf } from './environment.ts';
import { type Component, Project } from './project.ts';

export interface AssemblyOptions {
  readonly name?: string;
  /** In the order in which they are merged; at least one. */
  readonly files: readonly [ComposeDocument, ...ComposeDocument[]];
  readonly environment?: Environment;
  readonly activeProfiles?: readonly string[];
}

/** Puts a project together from its files. What is not asked for is not built; what was built before is not built again. */
export function assembleProject({ files, environment, activeProfiles = [], name = '' }: AssemblyOptions): Project {
  const [main] = files;
  const assembly = new Assembly(environment ?? nothingKnown);
  for (const document of files) for (const part of document.parts) assembly.add(document, part);
  return new Project({
    name,
    files,
    main,
    complete: main.parts[0]?.partial !== true,
    sections: assembly.sections,
    top: assembly.top,
    environment: environment ?? nothingKnown,
    activeProfiles,
    problems: [],
  });
}

const nothingKnown = environmentOf();

class Assembly {
  readonly sections = new Map<Section, Map<string, [Component, ...Component[]]>>();
  readonly top = new Map<string, [Component, ...Component[]]>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  add(document: ComposeDocument, { root, anchors }: ComposePart): void {
    const { source } = document;
    const builder = new ValueBuilder({ source, anchors, lookup: this.#environment.get });
    for (const [key, { entry }] of builder.entries(root)) {
      if (isSection(key)) this.#section(key, builder, entry);
      else if (entry.complete) this.#named(this.top, key, { builder, entry, shape: shapeAt(composeShape, key) });
    }
  }

  #section(section: Section, builder: ValueBuilder, { value }: Entry): void {
    const shape = shapeAt(composeShape, section);
    if (builder.removes(value)) this.sections.delete(section);
    const named = this.sections.get(section) ?? new Map<string, [Component, ...Component[]]>();
    if (value.tag === '!override') named.clear();
    this.sections.set(section, named);
    for (const [name, { entry }] of builder.entries(value)) {
      if (!entry.complete || name.startsWith('x-')) continue;
      this.#named(named, name, { builder, entry, shape: shapeAt(shape, name) });
    }
  }

  #named(
    into: Map<string, [Component, ...Component[]]>,
    name: string,
    { builder, entry, shape }: { readonly builder: ValueBuilder; readonly entry: Entry; readonly shape: Shape },
  ): void {
    if (builder.removes(entry.value)) {
      into.delete(name);
      return;
    }
    const component: Component = {
      at: builder.origin(entry.key),
      value: () => builder.remembered(entry, shape),
      complete: isComplete(builder.entries(entry.value)),
    };
    const before = into.get(name);
    if (before) before.push(component);
    else into.set(name, [component]);
  }
}

/** Nothing of a service stands elsewhere, and no word in it is still being typed. */
function isComplete(entries: ReadonlyMap<string, EffectiveEntry>): boolean {
  return !entries.has('extends') && [...entries.values()].every(({ entry }) => entry.complete);
}
