import { portFlags } from '../flags.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { portText } from './ports.ts';

export const port: NodeKind<'port'> = {
  view({ port }) {
    const published = port.hostPort !== undefined;
    const label = portText(port);
    return {
      label,
      description: published ? 'port' : 'port, not published',
      icon: { id: published ? 'globe' : 'plug' },
      accessibilityLabel: published
        ? `port ${port.containerPort}, published as ${port.hostPort}`
        : `port ${port.containerPort}, not published`,
      flags: portFlags(port),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ container, port }) =>
    facts(portText(port), [
      ['Container', container.name],
      ['Port in the container', `${port.containerPort}/${port.protocol}`],
      ['Port of the host', port.hostPort === undefined ? 'not published' : String(port.hostPort)],
      ['Address of the host', port.hostPort === undefined ? undefined : (port.hostIp ?? 'all')],
    ]),
};
