import type { Mount } from '../../engine/model.ts';
import { mountFlags } from '../flags.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const mount: NodeKind<'mount'> = {
  view({ mount }) {
    const from = sourceText(mount);
    return {
      label: mount.target,
      description: [from, mount.readOnly ? 'read-only' : ''].filter((part) => part !== '').join(' · '),
      icon: { id: icons.get(mount.type) ?? 'file-symlink-directory' },
      accessibilityLabel: `${mount.type} ${from} mounted at ${mount.target}${mount.readOnly ? ', read-only' : ''}`,
      flags: mountFlags(mount),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ container, mount }) =>
    facts(mount.target, [
      ['Container', container.name],
      ['Type', mount.type],
      ['Volume', mount.name],
      ['Source', mount.source],
      ['Access', mount.readOnly ? 'read-only' : 'read and write'],
    ]),
};

/** The name that the engine gave to an anonymous volume tells nobody anything. */
function sourceText({ name, source }: Mount): string {
  if (name !== undefined && /^[0-9a-f]{64}$/.test(name)) return `anonymous volume ${name.slice(0, 12)}`;
  return name ?? source;
}

const icons: ReadonlyMap<string, string> = new Map([
  ['volume', 'database'],
  ['bind', 'folder'],
  ['tmpfs', 'zap'],
]);
