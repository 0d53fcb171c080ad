import { inSubnet } from '../../project/read/address.ts';
import { networks } from '../../project/read/names.ts';
import type { Resource } from '../../project/project.ts';
import type { ScalarValue } from '../../project/model.ts';
import { projectRule } from '../projectRule.ts';

export const staticAddressSubnet = projectRule({
  id: 'static-address-subnet',
  summary: 'Give fixed addresses out of the network’s subnet',
  rationale:
    'A service can have a fixed address in a network whose subnet is written down under `ipam.config`. The engine refuses an address outside of it, or in a network without a subnet of its own.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    networks:\n      front:\n        ipv4_address: 172.29.0.5\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.28.0.0/16\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    networks:\n      front:\n        ipv4_address: 172.28.0.5\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.28.0.0/16\n',
    ],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const { name, value } of networks(service)) {
        const network = project.networks.get(name);
        if (!network || !value || isExternal(network)) continue;
        const subnets = subnetsOf(network);
        for (const key of ['ipv4_address', 'ipv6_address']) {
          const fixed = value.scalar(key);
          if (!fixed?.known || subnets.some(({ known }) => !known)) continue;
          const answers = subnets.map(({ text }) => inSubnet(fixed.text, text));
          if (answers.some((answer) => answer !== false)) continue;
          const [first] = subnets;
          yield {
            at: fixed,
            message: first
              ? `\`${fixed.text}\` is not in ${subnets.length === 1 ? 'the subnet' : 'a subnet'} of \`${name}\`, ${subnets.map(({ text }) => text).join(', ')}.`
              : `\`${name}\` has no subnet of its own, which a fixed address needs: write one under \`ipam.config\`.`,
            related: [{ at: first ?? network.at, message: first ? 'The subnet.' : 'The network.' }],
          };
        }
      }
  },
});

function isExternal({ value }: Resource): boolean {
  const external = value?.get('external');
  return external?.kind === 'mapping' || (external?.kind === 'scalar' && external.value !== false);
}

function subnetsOf({ value }: Resource): ScalarValue[] {
  const config = value?.mapping('ipam')?.items('config') ?? [];
  return config.flatMap((item) => {
    const subnet = item.kind === 'mapping' ? item.scalar('subnet') : undefined;
    return subnet ? [subnet] : [];
  });
}
