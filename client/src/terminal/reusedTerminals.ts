import { ProcessExecution, Task, TaskPanelKind, TaskRevealKind, tasks, TaskScope } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { ReusedProgramOptions } from '../ui/ui.ts';

/**
 * Runs programs in terminal tabs that stay: as tasks, which the editor starts without a shell, with a true terminal (colors,
 * Ctrl+C) and whose tabs it takes for the next task of the same definition.
 */
export class ReusedTerminals implements Disposable {
  readonly #all = new Disposables();
  /** Ends what waits for a tab's program. */
  readonly #running = new Map<string, (code?: number) => void>();

  constructor() {
    // The process's end comes first, with its code; of a task that never had one only the task's end is told.
    this.#all.add(tasks.onDidEndTaskProcess(({ execution, exitCode }) => this.#end(execution.task, exitCode)));
    this.#all.add(tasks.onDidEndTask(({ execution }) => this.#end(execution.task)));
  }

  /** Resolves with the exit code; `undefined` when it was ended from outside or could not be started. */
  async run({ name, reuse, program, args, cwd, env }: ReusedProgramOptions): Promise<number | undefined> {
    const tab = this.#freeTab(reuse);
    const task = new Task(
      { type: 'gantry', reuse, tab },
      TaskScope.Workspace,
      tab === 0 ? name : `${name} (${String(tab + 1)})`,
      'Gantry',
      new ProcessExecution(program, [...args], { cwd, env: { ...env } }),
      [],
    );
    task.presentationOptions = {
      panel: TaskPanelKind.Dedicated,
      reveal: TaskRevealKind.Always,
      focus: false,
      clear: false,
      showReuseMessage: false,
    };
    const id = tabId(reuse, tab);
    const ended = new Promise<number | undefined>((resolve) => this.#running.set(id, resolve));
    try {
      await tasks.executeTask(task);
    } catch (error) {
      this.#running.delete(id);
      throw error;
    }
    return await ended;
  }

  #freeTab(key: string): number {
    let tab = 0;
    while (this.#running.has(tabId(key, tab))) tab += 1;
    return tab;
  }

  #end({ definition }: Task, code?: number): void {
    if (definition.type !== 'gantry') return;
    const id = tabId(String(definition['reuse']), Number(definition['tab']));
    const end = this.#running.get(id);
    this.#running.delete(id);
    end?.(code);
  }

  dispose(): void {
    for (const end of this.#running.values()) end();
    this.#all.dispose();
  }
}

function tabId(key: string, tab: number): string {
  return `${key}\n${String(tab)}`;
}
