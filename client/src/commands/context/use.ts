import { defineCommand } from '../command.ts';

export const useContext = defineCommand({
  id: 'gantry.context.use',
  title: 'Use this context',
  icon: 'plug',
  on: 'context',
  many: false,
  when: ['other'],
  placement: { inline: 1, menu: '1_use@1', hiddenInPalette: true },
  async run({ details, services }, [context]) {
    if (!context) return;
    await services.updateSetting('gantry.engine.context', context.name);
    // An address that is set goes before every context.
    if (services.setting('gantry.engine.host') !== '') await services.updateSetting('gantry.engine.host', '');
    details.forget(({ about }) => about === 'contexts');
  },
});
