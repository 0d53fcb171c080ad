import type { ComposePart } from '../document.ts';
import { definitions } from '../references.ts';
import { type Report, spotOf } from './report.ts';
import { View } from './groups/view.ts';

/** Owners and modes of configs and secrets that come from files: compose mounts these as they are. */
export function* checkFileModes(part: ComposePart): Iterable<Report> {
  const { anchors, partial } = part;
  const view = (node: Parameters<typeof anchors.resolve>[0]): View | undefined => {
    const target = anchors.resolve(node);
    return target?.kind === 'mapping' ? new View(target, { anchors, partial }) : undefined;
  };
  for (const section of ['configs', 'secrets'] as const) {
    const files = new Set(
      definitions(part, section)
        .filter(({ value }) => view(value)?.get('file'))
        .map(({ key }) => key.text),
    );
    if (files.size === 0) continue;
    for (const service of definitions(part, 'services')) {
      const items = view(service.value)?.get(section)?.value;
      if (items?.kind !== 'sequence') continue;
      for (const item of items.items) {
        const use = view(item);
        if (!use || !files.has(use.text('source') ?? '')) continue;
        for (const name of ['uid', 'gid', 'mode']) {
          const found = use.get(name);
          if (found)
            yield {
              rule: 'no-effect',
              at: spotOf(found.key),
              message: `\`${name}\` has no effect here: what comes from a file keeps its owner and mode.`,
            };
        }
      }
    }
  }
}
