import type { ComposePart } from './document.ts';
import { variablesOf } from './check/variables.ts';
import { definitionOf, definitions, type Reference, references, referencesOf } from './references.ts';
import type { Section } from './schema/shape.ts';
import { leafAt, isKey, nodesOf } from './yaml/find.ts';
import type { Anchored, Entry, Scalar, YamlNode } from './yaml/node.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a word in a compose file names: something of a section, an anchor, a variable or a profile. */
export interface Named {
  readonly kind: 'section' | 'anchor' | 'variable' | 'profile';
  readonly section?: Section;
  readonly name: string;
  /** What the cursor is on. */
  readonly at: Span;
  /** The name in it. */
  readonly word: Span;
  /** Where it is defined in this file. */
  readonly definition?: { readonly at: Span; readonly value: Anchored | Entry };
  /** Every place of a document of the same project that names it, the definition first; an anchor is its own document's. */
  readonly placesIn: (part: ComposePart) => readonly Span[];
}

/** What the word at an offset names, if it names something. */
export function namedAt(part: ComposePart, offset: number): Named | undefined {
  return anchorAt(part, offset) ?? variableAt(part, offset) ?? sectionNameAt(part, offset) ?? profileAt(part, offset);
}

function anchorAt(part: ComposePart, offset: number): Named | undefined {
  const { yaml, anchors } = part;
  const alias = yaml.aliases.find((each) => holds(each, offset));
  const target = alias
    ? anchors.target(alias)
    : yaml.anchors
        .map((node) => anchors.valueOf(node))
        .find(({ anchor }) => anchor && holds({ start: anchor.start - 1, end: anchor.end }, offset));
  const anchor = target?.anchor;
  if (!target || !anchor) return undefined;
  const uses = (): Span[] =>
    yaml.aliases.filter((each) => anchors.target(each) === target).map(({ start, end }) => ({ start: start + 1, end }));
  return {
    kind: 'anchor',
    name: anchor.name,
    at: alias ?? anchor,
    word: alias ? { start: alias.start + 1, end: alias.end } : anchor,
    definition: { at: anchor, value: target },
    placesIn: (other) => (other === part ? [anchor, ...uses()] : []),
  };
}

function variableAt({ root }: ComposePart, offset: number): Named | undefined {
  const leaf = leafAt(root, offset);
  if (leaf?.kind !== 'scalar' || isKey(leaf)) return undefined;
  const here = variablesOf(leaf).findLast((variable) => holds(variable, offset));
  if (!here) return undefined;
  const { name, start, end, nameStart } = here;
  return {
    kind: 'variable',
    name,
    at: { start, end },
    word: { start: nameStart, end: nameStart + name.length },
    placesIn: (other) => variablePlaces(other.root, name),
  };
}

function variablePlaces(root: YamlNode | undefined, name: string): Span[] {
  const places: Span[] = [];
  for (const node of nodesOf(root)) {
    if (node.kind !== 'scalar') continue;
    for (const variable of variablesOf(node))
      if (variable.name === name) places.push({ start: variable.nameStart, end: variable.nameStart + name.length });
  }
  return places;
}

function profileAt({ root, locator }: ComposePart, offset: number): Named | undefined {
  const leaf = leafAt(root, offset);
  if (leaf?.kind !== 'scalar' || isKey(leaf) || locator.shapeOf(leaf)?.scalar?.kind !== 'profile') return undefined;
  return {
    kind: 'profile',
    name: leaf.text,
    at: leaf,
    word: inside(leaf),
    placesIn: (other) =>
      [...nodesOf(other.root)].flatMap((node) =>
        node.kind === 'scalar' && node.text === leaf.text && other.locator.shapeOf(node)?.scalar?.kind === 'profile'
          ? [inside(node)]
          : [],
      ),
  };
}

function sectionNameAt(part: ComposePart, offset: number): Named | undefined {
  const leaf = leafAt(part.root, offset);
  if (leaf?.kind !== 'scalar') return undefined;
  const here = referencesOf(leaf, part).find((reference) => holds(reference, offset)) ?? definitionAt(part, leaf);
  if (!here) return undefined;
  const { section, name } = here;
  const defined = defines(part, section, name);
  return {
    kind: 'section',
    section,
    name,
    at: here,
    word: isKey(leaf) ? inside(leaf) : here,
    ...(defined && { definition: { at: defined.key, value: defined } }),
    placesIn: (other) => {
      const there = defines(other, section, name);
      const uses = references(other).filter((reference) => reference.section === section && reference.name === name);
      return [...(there ? [inside(there.key)] : []), ...uses];
    },
  };
}

function defines(part: ComposePart, section: Section, name: string): Entry | undefined {
  return definitions(part, section).findLast(({ key }) => key.text === name);
}

/** Without the quotes. */
export function inside({ start, end, style }: Scalar): Span {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  return { start: start + quote, end: end - quote };
}

function definitionAt(part: ComposePart, leaf: Scalar): Reference | undefined {
  const section = isKey(leaf) ? definitionOf(part, leaf) : undefined;
  return section && { section, name: leaf.text, start: leaf.start, end: leaf.end };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
