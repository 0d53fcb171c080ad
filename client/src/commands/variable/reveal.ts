import { defineCommand } from '../command.ts';

export const revealVariable = defineCommand({
  id: 'gantry.variable.reveal',
  title: 'Show value',
  icon: 'eye',
  on: 'variable',
  many: true,
  when: ['masked'],
  placement: { inline: 1, menu: '1_look@1', hiddenInPalette: true },
  async run({ rows }, variables) {
    for (const { row } of variables) rows.reveals.reveal(row);
  },
});

export const maskVariable = defineCommand({
  id: 'gantry.variable.mask',
  title: 'Hide value',
  icon: 'eye-closed',
  on: 'variable',
  many: true,
  when: ['revealed'],
  placement: { inline: 1, menu: '1_look@1', hiddenInPalette: true },
  async run({ rows }, variables) {
    for (const { row } of variables) rows.reveals.mask(row);
  },
});
