import type { RunLine } from '../../protocol/requests.ts';
import type { ComposeDocument } from '../document.ts';
import { definitions } from '../references.ts';
import { isMapping, plainOf } from '../run/plain.ts';
import { toRun } from '../run/toRun.ts';
import { assembleProject } from '../project/assemble.ts';

/** A service of a file as a `docker run`; `undefined` when the file has no such service. */
export function provideRunLine(document: ComposeDocument, name: string): RunLine | undefined {
  for (const part of document.parts.toReversed()) {
    const entry = definitions(part, 'services').findLast(({ key }) => key.text === name);
    const service = entry && plainOf(entry.value, part.anchors);
    if (isMapping(service))
      return toRun(service, { name, built: `${assembleProject({ files: [document] }).name}-${name}` });
  }
  return undefined;
}
