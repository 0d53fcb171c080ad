import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { tagOf } from './reference.ts';

export const remoteTag: NodeKind<'remoteTag'> = {
  view: ({ reference }) => ({
    label: tagOf(reference),
    icon: { id: 'tag' },
    accessibilityLabel: `tag ${tagOf(reference)} in the registry`,
    flags: [],
    expandable: 'none',
  }),
  children: () => [],
  tooltip: ({ reference }) => facts(reference, []),
};
