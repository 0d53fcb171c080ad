import { serviceRule } from '../projectRule.ts';

export const noPrivileged = serviceRule({
  id: 'no-privileged',
  summary: 'Run containers without all privileges',
  rationale:
    'A privileged container has every capability, every device and no security profile: whoever controls it controls the machine. Most that ask for it need a device (`devices`) or a capability (`cap_add`) only.',
  severity: 'warning',
  codes: [],
  group: 'security',
  examples: {
    bad: ['services:\n  runner:\n    image: docker:27-dind\n    privileged: true\n'],
    good: ['services:\n  vpn:\n    image: example/vpn:1\n    cap_add: [NET_ADMIN]\n    devices: [/dev/net/tun]\n'],
  },
  *check({ value }) {
    const hooks = ['pre_start', 'post_start', 'pre_stop'].flatMap((key) => value.items(key));
    for (const owner of [value, ...hooks]) {
      const flag = owner.kind === 'mapping' ? owner.scalar('privileged') : undefined;
      if (flag?.value === true)
        yield {
          at: flag,
          message:
            'A privileged container can do anything on this machine. Give it the devices or capabilities that it needs.',
        };
    }
  },
});
