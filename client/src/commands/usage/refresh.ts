import { defineCommand } from '../command.ts';

export const refreshUsage = defineCommand({
  id: 'gantry.usage.refresh',
  title: 'Add up the disk usage again',
  icon: 'refresh',
  placement: { title: { views: ['gantry.usage'], group: 'navigation@1' } },
  async run({ details, ui }) {
    details.forget(({ about }) => about === 'usage');
    await ui.progress({ title: 'Adding up what is on the engine’s disk', cancellable: false, where: 'window' }, () =>
      details.ask({ about: 'usage', of: '' }),
    );
    const answer = details.known('usage', '');
    if (answer?.ok === false) throw answer.error;
  },
});
