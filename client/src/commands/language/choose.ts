import { defineCommand } from '../command.ts';

export const chooseLanguageProvider = defineCommand({
  id: 'gantry.language.choose',
  title: 'Choose who completes and checks files…',
  placement: {},
  run: ({ services }) => services.language.choose(),
});
