import type { Command } from './command.ts';

/** Every command. Title, icon, menus and `when` in package.json are generated from these declarations. */
export const commands: readonly Command[] = [];
