import { serviceRule } from '../projectRule.ts';

export const networkModePorts = serviceRule({
  id: 'network-mode-ports',
  summary: 'Publish no ports where a service has no network of its own',
  rationale:
    'With `network_mode: host` a service listens on this machine’s own ports, with `service:…` or `container:…` on those of another one, and with `none` on no port at all. `ports` has no effect then, or the engine refuses the container.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    network_mode: host\n    ports: ["80:80"]\n'],
    good: ['services:\n  web:\n    image: nginx\n    network_mode: bridge\n    ports: ["80:80"]\n'],
  },
  *check({ value }) {
    const mode = value.scalar('network_mode');
    const ports = value.entry('ports');
    if (!mode?.known || !ports || value.items('ports').length === 0) return;
    if (!/^(?:host$|none$|service:|container:)/.test(mode.text)) return;
    yield {
      at: ports.at,
      message: `Ports are not published with \`network_mode: ${mode.text}\`.`,
      related: [{ at: mode, message: 'The network mode.' }],
    };
  },
});
