import { defineCommand } from '../command.ts';

export const restartLanguageServer = defineCommand({
  id: 'gantry.language.restart',
  title: 'Restart language server',
  placement: {},
  run: ({ services }) => services.language.restart(),
});
