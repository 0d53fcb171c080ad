import { defineCommand } from '../command.ts';

export const showAttachedNetwork = defineCommand({
  id: 'gantry.attachment.showNetwork',
  title: 'Show network',
  on: 'attachment',
  many: false,
  placement: { menu: '1_look@1', hiddenInPalette: true },
  async run({ rows, store, ui, views }, [target]) {
    if (!target) return;
    const { id, name } = target.network;
    const network = store.networks.get(id) ?? [...store.networks.values()].find((one) => one.name === name);
    const path = [`network/${network?.id ?? id}`];
    if (network && (await rows.show('gantry.networks', path))) return;
    views['gantry.networks'].choose({ filter: '' });
    if (network && (await rows.show('gantry.networks', path))) return;
    await ui.notify({ severity: 'info', text: `The engine has no network ${name} any more.` });
  },
});
