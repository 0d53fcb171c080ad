import type { DockerfileName } from '../../language.ts';
import { dockerfileOf } from '../../workspace/composeBuilds.ts';
import { folderOf } from '../../workspace/paths.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { inside, type Span } from '../named.ts';
import { leafAt, isKey } from '../yaml/find.ts';
import type { Entry, Scalar, YamlNode } from '../yaml/node.ts';

/** A stage or an argument of a Dockerfile that a `build` names. */
export interface BuildName extends DockerfileName {
  readonly path: string;
  readonly word: Span;
}

/** The stage or argument that the word at an offset names, with the Dockerfile that is built. */
export function buildNameAt(document: ComposeDocument, part: ComposePart, offset: number): BuildName | undefined {
  const leaf = leafAt(part.root, offset);
  const folder = folderOf(document.uri);
  if (leaf?.kind !== 'scalar' || folder === undefined || leaf.text.includes('$')) return undefined;
  const found = nameOf(leaf, part);
  const build = found && buildAround(leaf);
  const path = build && dockerfileOf(build, { part, folder });
  if (!found || path === undefined) return undefined;
  const { start } = inside(leaf);
  return { ...found, path, word: { start, end: start + found.text.length } };
}

function nameOf(leaf: Scalar, { locator }: ComposePart): DockerfileName | undefined {
  if (!isKey(leaf) && locator.shapeOf(leaf)?.scalar?.kind === 'target') return { kind: 'stage', text: leaf.text };
  const holder = isKey(leaf) ? leaf.parent.parent : leaf.parent?.kind === 'sequence' ? leaf.parent : undefined;
  const isArgument = holder && locator.shapeOf(holder)?.mapping?.names?.what === 'build argument';
  return isArgument === true ? { kind: 'argument', text: leaf.text.split('=')[0] ?? '' } : undefined;
}

/** The value of the `build` that a node is in. */
function buildAround(node: YamlNode): YamlNode | undefined {
  for (let at: YamlNode | Entry | undefined = node; at; at = at.parent)
    if (at.kind === 'entry' && at.key.text === 'build') return at.value;
  return undefined;
}
