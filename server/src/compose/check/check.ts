import type { ComposePart } from '../document.ts';
import { composeShape } from '../schema/compose.data.ts';
import type { Report } from './report.ts';
import { SchemaCheck } from './schema.ts';
import { checkSize } from './size.ts';
import { checkStructure } from './structure.ts';

export type { Report } from './report.ts';

/** Everything that the rules of one file find, in the order of the checks. */
export function checkDocument(part: ComposePart): Report[] {
  const { root, yaml } = part;
  if (!root) {
    if (part.partial) return [];
    return [{ rule: 'empty-file', start: yaml.start, end: yaml.start, message: 'This compose file is empty.' }];
  }
  const size = checkSize(part);
  const schema = new SchemaCheck(part);
  schema.check(root, composeShape);
  return [...size, ...checkStructure(part), ...schema.reports];
}
