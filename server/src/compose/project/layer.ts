import type { ComposeDocument, ComposePart } from '../document.ts';
import { isSection } from '../references.ts';
import { composeShape } from '../schema/compose.data.ts';
import type { Section, Shape } from '../schema/shape.ts';
import type { EffectiveEntry } from '../yaml/anchors.ts';
import type { Entry, YamlNode } from '../yaml/node.ts';
import { shapeAt, ValueBuilder } from './build.ts';
import type { Origin, Scope, Value } from './model.ts';

/** What one YAML document says of a name. */
export interface Said {
  /** The key. */
  readonly at: Origin;
  readonly value: () => Value;
  /** No word in it is still being typed. */
  readonly complete: boolean;
}

/** What one YAML document says of a section. */
export interface SaidOfSection {
  /** By name; `undefined` where `!reset` takes the name away. Names with `!override` are in `replaced`. */
  readonly named: ReadonlyMap<string, Said | undefined>;
  readonly replaced: ReadonlySet<string>;
  /** What earlier documents say of the section does not count: `!reset`, `!override`. */
  readonly clears: boolean;
}

/** One YAML document of a project's files, by section; values are made when they are asked for. */
export interface Layer {
  readonly document: ComposeDocument;
  readonly scope: Scope;
  readonly sections: ReadonlyMap<Section, SaidOfSection>;
  /** The other keys of the top level. */
  readonly top: SaidOfSection;
}

/** Reads what a YAML document says, without its values. */
export function layerOf(document: ComposeDocument, { root, anchors }: ComposePart, scope: Scope): Layer {
  const builder = new ValueBuilder({ source: document.source, anchors, scope });
  const sections = new Map<Section, SaidOfSection>();
  const top = new Map<string, EffectiveEntry>();
  for (const [key, effective] of builder.entries(root)) {
    if (isSection(key)) sections.set(key, section(builder, effective.entry.value, shapeAt(composeShape, key)));
    else if (effective.entry.complete) top.set(key, effective);
  }
  return { document, scope, sections, top: said(builder, top, (key) => shapeAt(composeShape, key)) };
}

function section(builder: ValueBuilder, value: YamlNode, shape: Shape): SaidOfSection {
  // A name that begins with `x-` is a name here, and no extension.
  const named = new Map([...builder.entries(value)].filter(([, { entry }]) => entry.complete));
  return {
    ...said(builder, named, (name) => shapeAt(shape, name)),
    clears: builder.removes(value) || value.tag === '!override',
  };
}

function said(
  builder: ValueBuilder,
  entries: ReadonlyMap<string, EffectiveEntry>,
  shapeOf: (name: string) => Shape,
): SaidOfSection {
  const named = new Map<string, Said | undefined>();
  const replaced = new Set<string>();
  for (const [name, { entry }] of entries) {
    if (entry.value.tag === '!override') replaced.add(name);
    named.set(name, builder.removes(entry.value) ? undefined : saidOf(builder, entry, shapeOf(name)));
  }
  return { named, replaced, clears: false };
}

function saidOf(builder: ValueBuilder, entry: Entry, shape: Shape): Said {
  return {
    at: builder.origin(entry.key),
    value: () => builder.remembered(entry, shape),
    complete: [...builder.entries(entry.value).values()].every((each) => each.entry.complete),
  };
}
