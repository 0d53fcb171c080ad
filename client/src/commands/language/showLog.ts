import { defineCommand } from '../command.ts';

export const showLanguageLog = defineCommand({
  id: 'gantry.language.showLog',
  title: 'Show language server log',
  placement: {},
  run: async ({ services }) => {
    services.language.showLog();
  },
});
