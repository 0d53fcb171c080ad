import { defineCommand } from '../command.ts';

export const copyVariableValue = defineCommand({
  id: 'gantry.variable.copyValue',
  title: 'Copy value',
  icon: 'copy',
  on: 'variable',
  many: false,
  placement: { inline: 2, menu: '5_copy@1', hiddenInPalette: true },
  async run({ ui }, [variable]) {
    if (variable) await ui.copy(variable.value);
  },
});

export const copyVariableName = defineCommand({
  id: 'gantry.variable.copyName',
  title: 'Copy name',
  on: 'variable',
  many: true,
  placement: { menu: '5_copy@2', hiddenInPalette: true },
  async run({ ui }, variables) {
    await ui.copy(variables.map(({ name }) => name).join('\n'));
  },
});
