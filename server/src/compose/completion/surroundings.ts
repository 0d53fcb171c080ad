import type { ComposePart } from '../document.ts';
import { readTemplate } from '../interpolation/template.ts';
import { definitions } from '../references.ts';
import type { ValueKind } from '../schema/shape.ts';
import type { Entry, Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import type { Cursor } from './cursor.ts';

/** What the rest of a file says, for what is often written more than once. */

/** The texts of the scalars of a kind, in the order of the file: images, profiles, targets. */
export function textsOfKind({ root, locator }: ComposePart, kind: ValueKind): string[] {
  const texts = new Set<string>();
  for (const scalar of scalars(root)) {
    if (scalar.text === '' || scalar.text.includes('\uE000')) continue;
    if (locator.shapeOf(scalar)?.scalar?.kind === kind) texts.add(scalar.text);
  }
  return [...texts];
}

/** The names that compose replaces anywhere in the file. */
export function variableNames({ root }: ComposePart): string[] {
  const names = new Set<string>();
  for (const { text } of scalars(root)) for (const { name } of readTemplate(text).variables) names.add(name);
  return [...names];
}

/** The names that services give to environment variables. */
export function environmentNames(part: ComposePart): string[] {
  const names = new Set<string>();
  for (const { value } of definitions(part, 'services')) {
    const environment = value.kind === 'mapping' ? value.get('environment')?.value : undefined;
    if (environment?.kind === 'mapping') for (const { key } of environment.entries) names.add(key.text);
    if (environment?.kind === 'sequence')
      for (const item of environment.items) if (item.kind === 'scalar') names.add(item.text.split('=')[0] ?? '');
  }
  names.delete('<<');
  names.delete('');
  return [...names];
}

/** The stages of the Dockerfile that a service holds itself. */
export function inlineStages(build: Mapping): string[] {
  const inline = build.get('dockerfile_inline')?.value;
  if (inline?.kind !== 'scalar') return [];
  return [...inline.text.matchAll(/^\s*FROM\s+\S+(?:\s+\S+)*?\s+AS\s+(\S+)/gim)].map(([, name = '']) => name);
}

/** The mapping of the service that a node is in: the one nearest to the root that has a shape of its own. */
export function serviceAround(node: YamlNode | undefined): Mapping | undefined {
  let at: YamlNode | Entry | undefined = node;
  let service: Mapping | undefined;
  while (at) {
    if (at.kind === 'mapping' && (at.get('image') ?? at.get('build'))) service = at;
    at = at.parent;
  }
  return service;
}

function* scalars(node: YamlNode | undefined): Iterable<Scalar> {
  if (node?.kind === 'scalar') yield node;
  else if (node?.kind === 'sequence') for (const item of node.items) yield* scalars(item);
  else if (node?.kind === 'mapping') for (const { value } of node.entries) yield* scalars(value);
}

/** The key whose value, item of a list or mapping the cursor is in. */
export function keyAround({ value, around }: Pick<Cursor, 'value' | 'around'>): string | undefined {
  const parent = value?.node.parent;
  const entry = parent?.kind === 'entry' && parent.key !== value?.node ? parent : around?.parent;
  if (entry?.kind === 'entry') return entry.key.text;
  return entry?.parent?.kind === 'entry' ? entry.parent.key.text : undefined;
}
