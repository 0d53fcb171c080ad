import type { Value } from '../project/model.ts';
import type { Port } from '../project/read/ports.ts';
import type { FoundFix } from './found.ts';
import { addTo } from './insertion.ts';

const here = '127.0.0.1';

/** Publishes a port on this machine only; not safe, since others may reach it. `undefined` where that takes more than an edit. */
export function bindLocally({ form, hostIp, published, target, item }: Port): FoundFix | undefined {
  const fix = (edit: FoundFix['edits'][number]): FoundFix => ({
    title: `Publish on ${here}`,
    edits: [edit],
    safe: false,
  });
  if (hostIp) return fix({ at: hostIp, text: here });
  if (form === 'long') {
    const edit = hostIpKey(item);
    return edit && fix(edit);
  }
  const first = published ?? target;
  if (!first) return undefined;
  const { document, start } = first;
  // Without a port of this machine the address is followed by nothing: `127.0.0.1::80`.
  return fix({ at: { document, start, end: start }, text: published ? `${here}:` : `${here}::` });
}

function hostIpKey({ origin }: Value): FoundFix['edits'][number] | undefined {
  const { node, document } = origin;
  if (node.kind !== 'mapping') return undefined;
  const last = node.entries.at(-1);
  if (!node.flow) return addTo(node, { document, lines: [`host_ip: ${here}`] });
  return last && { at: { document, start: last.end, end: last.end }, text: `, host_ip: ${here}` };
}
