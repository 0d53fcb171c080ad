import { serviceRule } from '../projectRule.ts';

export const networkModeNetworks = serviceRule({
  id: 'network-mode-networks',
  summary: 'Use `network_mode` or `networks`, not both',
  rationale:
    '`network_mode` takes the place of the networks: a service that shares the host’s or another container’s network is in none of its own. Compose refuses both together.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    network_mode: host\n    networks: [front]\nnetworks:\n  front:\n'],
    good: ['services:\n  web:\n    image: nginx\n    network_mode: host\n'],
  },
  *check({ value }) {
    const mode = value.entry('network_mode');
    const networks = value.entry('networks');
    if (!mode || !networks || value.text('network_mode') === undefined) return;
    if (networks.value.kind === 'scalar') return;
    yield {
      at: networks.at,
      message: `\`networks\` cannot stand beside \`network_mode: ${value.text('network_mode') ?? ''}\`.`,
      related: [{ at: mode.at, message: 'The network mode.' }],
    };
  },
});
