import type { Engine } from '../../engine/engine.ts';
import { EngineError, isCancelled, unreachableKinds } from '../../engine/error.ts';
import type { Container } from '../../engine/model.ts';
import { Lines } from '../../document/lines.ts';
import type { Store } from '../../store/store.ts';
import { explain } from '../../ui/explain.ts';
import { containerName } from '../names.ts';
import { Changes } from './changes.ts';
import { LogLines } from './logLines.ts';

export interface FollowOptions {
  readonly engine: Engine;
  readonly store: Store;
  readonly container: Container;
  /** Lines to begin with; 0 is all. */
  readonly tail: number;
  readonly timestamps: boolean;
  readonly write: (lines: readonly string[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes a container's log, and what comes after: over its restarts, and over the engine's. Ends with the signal or when
 * the container is removed.
 */
export async function followLogs(options: FollowOptions): Promise<void> {
  const { engine, store, container, write, signal } = options;
  const name = containerName(container);
  using changes = new Changes(store, container.id);
  const lines = new LogLines(options.timestamps);
  let said = '';
  const say = (text: string): void => {
    if (text !== said) write([`— ${text} —`]);
    said = text;
  };
  /** When the run began whose log was read to its end. */
  let read: string | undefined;
  do {
    try {
      for (let run = await runOf(engine, { container, signal }); ; run = await runOf(engine, { container, signal })) {
        if (run.startedAt === read) {
          if (!run.running) say(stopText(name, run));
          break;
        }
        said = '';
        await readRun(options, lines);
        read = run.startedAt;
      }
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      if (error instanceof EngineError && error.kind === 'not-found') return say(`${name} was removed`);
      if (!(error instanceof EngineError) || !unreachableKinds.has(error.kind)) {
        return say(explain(error)?.message ?? String(error));
      }
      read = undefined;
      say('the engine is away; the log goes on here when it is back');
    }
  } while (await changes.next(signal));
}

/** One run's log to its end, from where the last connection ended. A connection that breaks is taken up again. */
async function readRun(options: FollowOptions, lines: LogLines): Promise<void> {
  for (;;) {
    const before = lines.count;
    try {
      await readOnce(options, lines);
      return;
    } catch (error) {
      const broke = error instanceof EngineError && error.kind === 'lost';
      if (!broke || lines.count === before) throw error;
    }
  }
}

async function readOnce({ engine, container, tail, write, signal }: FollowOptions, lines: LogLines): Promise<void> {
  const streams = { stdout: new Lines(), stderr: new Lines() };
  const since = lines.resume();
  const first = tail > 0 ? { tail } : {};
  const chunks = engine.containers.logs(
    container.id,
    { follow: true, timestamps: true, ...(since === undefined ? first : { since }) },
    signal,
  );
  try {
    for await (const { stream, data } of chunks) write(lines.take(streams[stream].push(data)));
  } finally {
    for (const stream of Object.values(streams)) write(lines.take(stream.end()));
  }
}

interface Run {
  readonly running: boolean;
  /** As the engine writes it; a year 1 when it never ran. */
  readonly startedAt: string;
  readonly exitCode: number;
}

async function runOf(engine: Engine, { container, signal }: Pick<FollowOptions, 'container' | 'signal'>): Promise<Run> {
  const record = await engine.containers.inspect(container.id, signal);
  const state = (record['State'] ?? {}) as Readonly<Record<string, unknown>>;
  const { Running, StartedAt, ExitCode } = state as { Running?: unknown; StartedAt?: unknown; ExitCode?: unknown };
  return {
    running: Running === true,
    startedAt: typeof StartedAt === 'string' ? StartedAt : '',
    exitCode: typeof ExitCode === 'number' ? ExitCode : 0,
  };
}

function stopText(name: string, { startedAt, exitCode }: Run): string {
  if (startedAt === '' || startedAt.startsWith('0001-')) return `${name} has not been started; its log will be here`;
  return `${name} has stopped with exit code ${exitCode}; its log goes on here when it is started again`;
}
