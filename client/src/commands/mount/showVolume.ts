import { defineCommand } from '../command.ts';

export const showMountedVolume = defineCommand({
  id: 'gantry.mount.showVolume',
  title: 'Show volume',
  icon: 'database',
  on: 'mount',
  many: false,
  when: ['volume'],
  placement: { inline: 1, menu: '1_look@1', hiddenInPalette: true },
  async run({ rows, ui, views }, [target]) {
    const name = target?.mount.name;
    if (name === undefined) return;
    const path = [`volume/${name}`];
    if (await rows.show('gantry.volumes', path)) return;
    // A filter hides it: what somebody asks to see goes before.
    views['gantry.volumes'].choose({ filter: '' });
    if (await rows.show('gantry.volumes', path)) return;
    await ui.notify({ severity: 'info', text: `The engine has no volume ${name} any more.` });
  },
});
