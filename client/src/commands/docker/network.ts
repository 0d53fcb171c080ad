import type { Network } from '../../engine/model.ts';
import { defineCommand } from '../command.ts';
import { copyOneOf } from './copy.ts';

export const copyNetworkCommand = defineCommand({
  id: 'gantry.network.copyCommand',
  title: 'Copy as docker command…',
  icon: 'terminal',
  on: 'network',
  many: true,
  placement: { menu: '5_copy@4' },
  run: (context, networks) => {
    const names = networks.map(({ name }) => name);
    const own = networks.filter(({ builtIn }) => !builtIn);
    return copyOneOf(context, {
      title: networks.length === 1 ? `Docker commands for ${names[0] ?? ''}` : 'Docker commands',
      commands: [
        ...(own.length === 0 ? [] : [{ title: 'Create such a one', commands: own.map(createWords) }]),
        { title: 'Inspect', commands: [['network', 'inspect', ...names]] },
        { title: 'Connect a container', commands: names.map((name) => ['network', 'connect', name, 'container']) },
        {
          title: 'Disconnect a container',
          commands: names.map((name) => ['network', 'disconnect', name, 'container']),
        },
        ...(own.length === 0
          ? []
          : [{ title: 'Remove', commands: [['network', 'rm', ...own.map(({ name }) => name)]] }]),
      ],
    });
  },
});

function createWords({ name, driver, subnets, internal, attachable, ipv6, options, labels }: Network): string[] {
  const pairs = (flag: string, map: Readonly<Record<string, string>>): string[] =>
    Object.entries(map).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  return [
    'network',
    'create',
    ...(driver === 'bridge' ? [] : ['--driver', driver]),
    ...subnets.flatMap(({ subnet, gateway }) => [
      '--subnet',
      subnet,
      ...(gateway === undefined ? [] : ['--gateway', gateway]),
    ]),
    ...(internal ? ['--internal'] : []),
    ...(attachable ? ['--attachable'] : []),
    ...(ipv6 ? ['--ipv6'] : []),
    ...pairs('--opt', options),
    ...pairs('--label', labels),
    name,
  ];
}
