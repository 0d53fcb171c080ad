import { defineCommand } from '../command.ts';
import { addresses } from './address.ts';

export const copyPortAddress = defineCommand({
  id: 'gantry.port.copyAddress',
  title: 'Copy address',
  icon: 'copy',
  on: 'port',
  many: false,
  when: ['published'],
  placement: { inline: 2, menu: '5_copy@1', hiddenInPalette: true },
  async run({ engine, ui }, [target]) {
    if (!target) return;
    const [address] = addresses({ ports: [target.port] }, await engine.endpoint());
    const { hostIp = 'localhost', hostPort } = target.port;
    // What is no TCP has no URL, but it has an address.
    await ui.copy(address?.url ?? `${hostIp}:${hostPort ?? target.port.containerPort}`);
  },
});
