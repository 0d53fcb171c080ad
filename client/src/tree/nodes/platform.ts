import { formatBytes } from '../../ui/format.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const platform: NodeKind<'platform'> = {
  view({ platform: { platform, available, size } }) {
    const parts = [
      ...(available && size !== undefined ? [formatBytes(size)] : []),
      ...(available ? [] : ['not pulled']),
    ];
    return {
      label: platform,
      description: parts.join(' · '),
      icon: available ? { id: 'vm' } : { id: 'vm-outline', color: 'disabledForeground' },
      accessibilityLabel: ['platform', platform, ...parts].join(' '),
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ platform: { platform, available, digest, size } }) =>
    facts(platform, [
      ['Size', size === undefined ? undefined : formatBytes(size)],
      ['Digest', digest],
      ['On the engine', available ? 'yes' : 'no'],
    ]),
};
