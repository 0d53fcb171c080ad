import type { ComposePart } from './document.ts';
import { variablesOf } from './check/variables.ts';
import { definitionOf, definitions, type Reference, references, referencesOf } from './references.ts';
import { leafAt, isKey, nodesOf } from './yaml/find.ts';
import type { Anchored, Entry, Scalar, YamlNode } from './yaml/node.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a word in a compose file names: something of a section, an anchor or a variable. */
export interface Named {
  readonly kind: 'section' | 'anchor' | 'variable';
  readonly name: string;
  /** The word under the cursor. */
  readonly at: Span;
  /** Where it is defined in this file. */
  readonly definition?: { readonly at: Span; readonly value: Anchored | Entry };
  /** Every place that names it, the definition among them; looks through the whole file. */
  readonly places: () => readonly Span[];
}

/** What the word at an offset names, if it names something. */
export function namedAt(part: ComposePart, offset: number): Named | undefined {
  return anchorAt(part, offset) ?? variableAt(part, offset) ?? sectionNameAt(part, offset);
}

function anchorAt({ yaml, anchors }: ComposePart, offset: number): Named | undefined {
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
    definition: { at: anchor, value: target },
    places: () => [anchor, ...uses()],
  };
}

function variableAt({ root }: ComposePart, offset: number): Named | undefined {
  const leaf = leafAt(root, offset);
  if (leaf?.kind !== 'scalar' || isKey(leaf)) return undefined;
  const here = variablesOf(leaf).findLast((variable) => holds(variable, offset));
  if (!here) return undefined;
  return {
    kind: 'variable',
    name: here.name,
    at: { start: here.start, end: here.end },
    places: () => variablePlaces(root, here.name),
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

function sectionNameAt(part: ComposePart, offset: number): Named | undefined {
  const leaf = leafAt(part.root, offset);
  if (leaf?.kind !== 'scalar') return undefined;
  const here = referencesOf(leaf, part).find((reference) => holds(reference, offset)) ?? definitionAt(part, leaf);
  if (!here) return undefined;
  const { section, name } = here;
  const defined = definitions(part, section).findLast(({ key }) => key.text === name);
  return {
    kind: 'section',
    name,
    at: here,
    ...(defined && { definition: { at: defined.key, value: defined } }),
    places: () => [
      ...(defined ? [defined.key] : []),
      ...references(part).filter((reference) => reference.section === section && reference.name === name),
    ],
  };
}

function definitionAt(part: ComposePart, leaf: Scalar): Reference | undefined {
  const section = isKey(leaf) ? definitionOf(part, leaf) : undefined;
  return section && { section, name: leaf.text, start: leaf.start, end: leaf.end };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
