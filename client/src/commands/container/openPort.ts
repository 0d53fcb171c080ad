import { defineCommand } from '../command.ts';
import { addresses } from './address.ts';

export const openPortInBrowser = defineCommand({
  id: 'gantry.port.openInBrowser',
  title: 'Open port in browser',
  icon: 'globe',
  on: 'port',
  many: false,
  when: ['published'],
  placement: { inline: 1, menu: '2_look@1', hiddenInPalette: true },
  async run({ engine, ui }, [target]) {
    const [address] = target ? addresses({ ports: [target.port] }, await engine.endpoint()) : [];
    if (address) await ui.openExternal(address.url);
    else await ui.notify({ severity: 'info', text: 'A browser opens published TCP ports only.' });
  },
});
