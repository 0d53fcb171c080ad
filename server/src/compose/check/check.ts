import type { ComposePart } from '../document.ts';
import { composeShape } from '../schema/compose.data.ts';
import type { Alias } from '../yaml/node.ts';
import type { Memory } from './memory.ts';
import { type Report, spotOf } from './report.ts';
import { SchemaCheck } from './schema.ts';
import { checkSize } from './size.ts';
import { checkFileModes } from './fileModes.ts';
import { checkStructure } from './structure.ts';
import { Walk } from './walk.ts';

/** Everything that the rules of one file find, in the order of the checks. */
export function checkDocument(part: ComposePart, memory: Memory): Report[] {
  const { root, yaml, anchors, partial, layer } = part;
  if (!root) {
    const at = { place: { start: yaml.start, text: '' }, from: 0, to: 0 };
    return partial ? [] : [{ rule: 'empty-file', at, message: 'This compose file is empty.' }];
  }
  const walk = new Walk(anchors, memory);
  checkStructure(root, walk);
  const includes = root.kind === 'mapping' && root.get('include') !== undefined;
  new SchemaCheck(walk, { partial, layer, includes }).check(root, composeShape);
  return [
    ...checkSize(part),
    ...checkFileModes(part),
    ...yaml.aliases.flatMap((alias) => checkAlias(alias, part)),
    ...walk.reports,
  ];
}

function checkAlias(alias: Alias, { anchors }: ComposePart): Report[] {
  const message = aliasFault(alias, anchors);
  return message === undefined ? [] : [{ rule: 'alias-target', at: spotOf(alias), message }];
}

function aliasFault(alias: Alias, anchors: ComposePart['anchors']): string | undefined {
  const target = anchors.target(alias);
  if (target)
    return anchors.contains(target, alias) ? `\`*${alias.name}\` stands inside what it stands for.` : undefined;
  if (anchors.names.includes(alias.name))
    return `The anchor \`&${alias.name}\` comes after this alias; it must come before.`;
  return `There is no anchor \`&${alias.name}\` before this alias.`;
}
