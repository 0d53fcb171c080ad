import { defineCommand } from '../command.ts';

export const removeContext = defineCommand({
  id: 'gantry.context.remove',
  title: 'Remove context…',
  icon: 'trash',
  on: 'context',
  many: false,
  when: ['stored'],
  placement: { menu: '9_remove@1', hiddenInPalette: true },
  async run({ details, services, ui }, [context]) {
    if (!context) return;
    const { name, host } = context;
    const confirmed = await ui.confirm({
      message: `Remove the Docker context “${name}”?`,
      detail: `Its address (${host}) and its certificates go from this machine, for the Docker CLI too. The engine stays as it is.`,
      action: 'Remove',
    });
    if (!confirmed) return;
    await services.dockerContexts.remove(name);
    if (services.setting('gantry.engine.context') === name) await services.updateSetting('gantry.engine.context', '');
    details.forget(({ about }) => about === 'contexts');
  },
});
