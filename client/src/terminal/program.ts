import { window } from 'vscode';
import type { ProgramOptions } from '../ui/ui.ts';

/** Runs a program of the extension's machine in a terminal tab and waits until the tab is gone. */
export async function runInTerminal({ name, program, args }: ProgramOptions): Promise<number | undefined> {
  const terminal = window.createTerminal({ name, shellPath: program, shellArgs: [...args], isTransient: true });
  return await new Promise((resolve) => {
    const closing = window.onDidCloseTerminal((closed) => {
      if (closed !== terminal) return;
      closing.dispose();
      resolve(closed.exitStatus?.code);
    });
    terminal.show();
  });
}
