import type { ContainerOperations, CreateContainerOptions } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import type { Container } from '../../engine/model.ts';
import { explain } from '../../ui/explain.ts';
import type { ReportProgress } from '../../ui/ui.ts';
import type { CommandContext } from '../command.ts';
import { containerName } from '../names.ts';

export interface Replacement {
  readonly container: Container;
  /** What it was made with. */
  readonly before: CreateContainerOptions;
  /** What the new one is to be made with. */
  readonly options: CreateContainerOptions;
}

/**
 * Puts a new container in the place of an old one, which is set aside, stopped, under another name, and removed when the
 * new one has started (or, for one that did not run, was made). Whatever fails before that is undone: the new one goes,
 * the old one has its name again and runs as it did. Throws what failed, with a word on what was undone.
 */
export async function replaceContainer(context: CommandContext, replacement: Replacement): Promise<void> {
  const { engine, ui } = context;
  const { container } = replacement;
  const name = containerName(container);
  const title = `Re-creating ${name}`;
  const { warnings, aside } = await ui.progress({ title, cancellable: false }, async (report) => {
    const undo: Undo = [];
    try {
      return await replace(context, { ...replacement, undo, report });
    } catch (error) {
      throw await undone(error, { name, undo, context });
    }
  });
  for (const warning of warnings) ui.log.warn(`${name}: ${warning}`);
  if (aside !== undefined) {
    try {
      await engine.containers.remove(container.id);
    } catch (error) {
      const why = explain(error)?.message ?? '';
      const text = `${name} was made anew, but the old one could not be removed and is ${aside} now. ${why}`;
      await ui.notify({ severity: 'warning', text });
      return;
    }
  }
  await ui.notify({ severity: 'info', text: `${name} was made anew${isRunning(container) ? ' and runs' : ''}.` });
}

type Undo = (() => Promise<unknown>)[];

/** Answers the name that the old one has now; none when it has gone by itself. */
async function replace(
  { engine: { containers }, store }: CommandContext,
  { container, before, options, undo, report }: Replacement & { undo: Undo; report: ReportProgress },
): Promise<{ warnings: readonly string[]; aside?: string }> {
  const taken = new Set([...store.containers.values()].map(({ name }) => name));
  const base = container.name || container.id.slice(0, 12);
  const [provisional, aside] = [freeName(`${base}-new`, taken), freeName(`${base}-replaced`, taken)];
  report({ message: 'making the new one' });
  const { id, warnings } = await containers.create({ ...options, name: provisional });
  undo.push(() => containers.remove(id, { force: true }));
  const goes = isRunning(container) && before.autoRemove === true;
  if (isRunning(container)) {
    report({ message: 'stopping the old one' });
    undo.push(() => (goes ? makeAgain(containers, before) : containers.start(container.id)));
    await stop(containers, { id: container.id, goes });
  }
  if (!goes) {
    await containers.rename(container.id, aside);
    undo.push(() => containers.rename(container.id, container.name));
  }
  await containers.rename(id, options.name || base);
  undo.push(() => containers.rename(id, provisional));
  if (!isRunning(container)) return { warnings, aside };
  report({ message: 'starting the new one' });
  undo.push(() => containers.stop(id, { timeoutSeconds: 0 }));
  await containers.start(id);
  if (container.state === 'paused') await containers.pause(id);
  return goes ? { warnings } : { warnings, aside };
}

/** One that was run with `--rm` goes when it stops; its name is free only then. */
async function stop(containers: ContainerOperations, { id, goes }: { id: string; goes: boolean }): Promise<void> {
  const { signal } = new AbortController();
  const gone = goes ? containers.wait(id, signal, { until: 'removed' }) : Promise.resolve(0);
  gone.catch(() => {});
  await containers.stop(id);
  await unlessGone(gone);
}

/** What is to go with its end may have gone already. */
async function unlessGone(task: Promise<unknown>): Promise<void> {
  try {
    await task;
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind !== 'not-found') throw error;
  }
}

async function makeAgain(containers: ContainerOperations, before: CreateContainerOptions): Promise<void> {
  const { id } = await containers.create(before);
  await containers.start(id);
}

/** Undoes what was done, the last first, and says how that went along with what failed. */
async function undone(
  error: unknown,
  { name, undo, context }: { name: string; undo: Undo; context: CommandContext },
): Promise<EngineError> {
  const failures: string[] = [];
  for (const step of undo.toReversed()) {
    try {
      await unlessGone(step());
    } catch (failure) {
      failures.push(explain(failure)?.message ?? String(failure));
    }
  }
  for (const failure of failures) context.ui.log.warn(`${name} could not be put back: ${failure}`);
  const why = explain(error)?.message ?? String(error);
  const end =
    failures.length === 0
      ? `${name} is as it was before.`
      : `Not all of it could be undone: ${failures.join(' ')} Look for containers whose names end in “-new” or “-replaced”.`;
  const kind = error instanceof EngineError ? error.kind : 'failed';
  return new EngineError(kind, `Re-creating ${name} failed. ${why} ${end}`, { cause: error });
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Whether it is to run again when it has been replaced. */
export function isRunning({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}
