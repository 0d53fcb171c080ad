import type { Container } from '../../engine/model.ts';
import { formatBytes } from '../../ui/format.ts';
import { volumeFlags } from '../flags.ts';
import { userNode } from './container.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';
import { usedText } from './users.ts';

export const volume: NodeKind<'volume'> = {
  view(node) {
    const { volume, users, size } = node;
    const label = volumeLabel(node);
    const parts = [
      ...(volume.anonymous ? ['anonymous'] : []),
      ...(size === undefined ? [] : [formatBytes(size)]),
      usedText(users),
      ...(volume.driver === 'local' ? [] : [volume.driver]),
    ];
    return {
      label,
      description: parts.join(' · '),
      icon: {
        id: volume.anonymous ? 'archive' : 'database',
        ...(users.length === 0 ? { color: 'disabledForeground' } : {}),
      },
      accessibilityLabel: `volume ${label}, ${parts.join(', ')}`,
      flags: volumeFlags(volume, users),
      expandable: users.length === 0 ? 'none' : 'collapsed',
    };
  },
  children: ({ id, volume, users }) =>
    users.map((container) => userNode(container, { of: id, use: mountsOf(container, volume.name) })),
  tooltip: ({ volume, users, size }) =>
    facts(volume.name, [
      ['Anonymous', volume.anonymous ? 'made for a container that named no volume' : undefined],
      ['Size', size === undefined ? undefined : formatBytes(size)],
      ['Used by', users.map(({ name, state }) => `${name} (${state})`)],
      ['Driver', volume.driver],
      ['Options', Object.entries(volume.options).map(([key, value]) => `${key}=${value}`)],
      ['Created', volume.createdAt === undefined ? undefined : formatMoment(volume.createdAt)],
      ['Files', volume.mountpoint],
      ['Scope', volume.scope === 'local' ? undefined : volume.scope],
    ]),
};

/** An anonymous volume's 64 digits tell nobody anything: the first twelve, as of an id. */
function volumeLabel({ volume: { anonymous, name } }: Pick<NodeOf<'volume'>, 'volume'>): string {
  return anonymous && name.length === 64 ? name.slice(0, 12) : name;
}

function mountsOf({ mounts }: Container, volume: string): string {
  return mounts
    .filter(({ name }) => name === volume)
    .map(({ target, readOnly }) => (readOnly ? `${target} (read-only)` : target))
    .join(', ');
}
