import { defineCommand } from '../command.ts';

export const refreshSection = defineCommand({
  id: 'gantry.section.refresh',
  title: 'Ask again',
  icon: 'refresh',
  on: 'section',
  many: true,
  placement: { inline: 1, menu: '1_look@1', hiddenInPalette: true },
  async run({ details }, questions) {
    details.forget(({ about, of }) => questions.some((question) => question.about === about && question.of === of));
  },
});
