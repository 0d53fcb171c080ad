import { commands as editor } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { CommandContext } from './command.ts';

/**
 * Gives every command of ours to the editor, by the ids that its manifest has of `commands/index.ts`: what they do is loaded
 * when the first one is used.
 */
export function registerCommands(context: CommandContext, ids: readonly string[]): Disposable {
  const disposables = new Disposables();
  for (const id of ids) {
    disposables.add(
      editor.registerCommand(id, async (...args: unknown[]) => {
        const { runCommand } = await import('./run.ts');
        await runCommand(id, context, args);
      }),
    );
  }
  return disposables;
}
