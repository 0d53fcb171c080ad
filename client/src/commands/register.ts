import { commands as editor } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { CommandContext } from './command.ts';
import { commands } from './index.ts';
import { invoke } from './invoke.ts';

/** Gives every command of ours to the editor. */
export function registerCommands(context: CommandContext): Disposable {
  const disposables = new Disposables();
  for (const command of commands) {
    disposables.add(editor.registerCommand(command.id, (...args: unknown[]) => invoke(command, context, args)));
  }
  return disposables;
}
