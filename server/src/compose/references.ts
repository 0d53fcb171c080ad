import type { ComposePart } from './document.ts';
import type { Section, Shape } from './schema/shape.ts';
import { isMerge } from './yaml/anchors.ts';
import type { Entry, Scalar, YamlNode } from './yaml/node.ts';

/** A place that names something defined in a top-level section; offsets of the name itself. */
export interface Reference {
  readonly section: Section;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const sections: readonly Section[] = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'];

/** The entries that define names, of one section. */
export function definitions({ root, anchors }: ComposePart, section: Section): Entry[] {
  if (root?.kind !== 'mapping') return [];
  const value = root.get(section)?.value;
  const target = value && anchors.resolve(value);
  if (target?.kind !== 'mapping') return [];
  return [...anchors.entries(target).values()]
    .map(({ entry }) => entry)
    .filter(({ key }) => !key.text.startsWith('x-'));
}

/** Every place in a document that names a service, network, volume, secret, config or model. */
export function references(part: ComposePart): Reference[] {
  const found: Reference[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'scalar') found.push(...referencesOf(node, part));
    else if (node.kind === 'mapping') {
      const named = part.locator.shapeOf(node)?.mapping?.names?.ref !== undefined;
      for (const { key, value } of node.entries) {
        if (named) found.push(...referencesOf(key, part));
        visit(value);
      }
    }
  };
  if (part.root) visit(part.root);
  return found;
}

/** What one scalar, a key or a value, names in a section. */
export function referencesOf(node: Scalar, { locator }: ComposePart): Reference[] {
  const { parent } = node;
  if (parent?.kind !== 'entry' || parent.key !== node) return scalarReferences(node, locator.shapeOf(node));
  const ref = parent.parent && locator.shapeOf(parent.parent)?.mapping?.names?.ref;
  return ref === undefined || isMerge(parent) || node.text.startsWith('x-') ? [] : [named(ref, node, node.text)];
}

/** What a scalar refers to: by its shape, as the source of a volume, or with `service:` before the name. */
function scalarReferences(node: Scalar, shape: Shape | undefined): Reference[] {
  const { scalar } = shape ?? {};
  if (!scalar || node.text === '' || node.text.includes('$')) return [];
  if (scalar.kind === 'volume') {
    const [, name] = /^([a-zA-Z0-9][\w.-]*):./.exec(node.text) ?? [];
    // A single letter is a Windows drive.
    return name === undefined || name.length === 1 ? [] : [named('volumes', node, name)];
  }
  if (scalar.ref === 'volumes' && !isNamedVolume(node)) return [];
  if (scalar.ref === 'services' && node.parent?.kind === 'entry' && extendsOtherFile(node.parent)) return [];
  if (scalar.ref) return [named(scalar.ref, node, node.text.split(':')[0] ?? '')];
  const service =
    scalar.values && Object.hasOwn(scalar.values, 'service:') ? /^service:(.+)$/.exec(node.text)?.[1] : undefined;
  return service === undefined ? [] : [named('services', node, service, 'service:'.length)];
}

/** `source` of a long form names a volume when its `type` says so. */
function isNamedVolume({ parent }: Scalar): boolean {
  const type = parent?.kind === 'entry' ? parent.parent?.get('type')?.value : undefined;
  return type?.kind === 'scalar' && type.text === 'volume';
}

function extendsOtherFile({ key, parent }: Entry): boolean {
  return key.text === 'service' && parent?.get('file') !== undefined;
}

function named(section: Section, node: Scalar, name: string, offset = 0): Reference {
  const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const start = node.start + quote + offset;
  return { section, name, start, end: start + name.length };
}

/** The names of a section that are defined, then those that are only referred to. */
export function namesOf(
  part: ComposePart,
  section: Section,
): { readonly defined: string[]; readonly missing: string[] } {
  const defined = definitions(part, section).map(({ key }) => key.text);
  const missing = references(part)
    .filter((reference) => reference.section === section && !defined.includes(reference.name))
    .map(({ name }) => name);
  return { defined: [...new Set(defined)], missing: [...new Set(missing)] };
}

export function isSection(name: string): name is Section {
  return sections.some((section) => section === name);
}

/** The section in which a key defines something. */
export function definitionOf({ root }: ComposePart, { parent }: Scalar): Section | undefined {
  const owner = parent?.kind === 'entry' ? parent.parent?.parent : undefined;
  const section = owner?.kind === 'entry' && owner.parent === root ? owner.key.text : '';
  return isSection(section) ? section : undefined;
}
