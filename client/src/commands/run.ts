import type { CommandContext } from './command.ts';
import { commands } from './index.ts';
import { invoke } from './invoke.ts';

/** Runs the command with this id: all of them are one bundle, loaded on first use. */
export async function runCommand(id: string, context: CommandContext, args: readonly unknown[]): Promise<void> {
  const command = commands.find((each) => each.id === id);
  if (command) await invoke(command, context, args);
  else context.ui.log.error(`There is no command ${id}`, new Error('the manifest is not up to date'));
}
