import type { Engine } from '../../engine/engine.ts';
import { EngineError, isCancelled, unreachableKinds } from '../../engine/error.ts';
import type { Container } from '../../engine/model.ts';
import { Lines } from '../../document/lines.ts';
import type { LogLine } from '../../document/logView.ts';
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
  /** Milliseconds since the epoch. With an end the log is read once and not followed. */
  readonly since?: number;
  readonly until?: number;
  readonly write: (lines: readonly LogLine[]) => void;
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
  const lines = { stdout: new LogLines(options.timestamps), stderr: new LogLines(options.timestamps) };
  let said = '';
  const say = (text: string): void => {
    if (text !== said) write([mark(text)]);
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
        if (said !== '' || read !== undefined) write([mark(`the log of ${name} goes on`)]);
        said = '';
        await readRun(options, lines);
        if (options.until !== undefined) return say(`end of the log of ${name}, which was asked for up to a time`);
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

/** Milliseconds that are read again after a break: each stream goes on where it was itself, and one may lie behind the other. */
const overlap = 1000;

interface Streams {
  readonly stdout: LogLines;
  readonly stderr: LogLines;
}

function mark(text: string): LogLine {
  return { text: `— ${text} —`, stream: 'mark' };
}

/** One run's log to its end, from where the last connection ended. A connection that breaks is taken up again. */
async function readRun(options: FollowOptions, lines: Streams): Promise<void> {
  for (;;) {
    const before = lines.stdout.count + lines.stderr.count;
    try {
      await readOnce(options, lines);
      return;
    } catch (error) {
      const broke = error instanceof EngineError && error.kind === 'lost';
      if (!broke || lines.stdout.count + lines.stderr.count === before) throw error;
      options.write([mark('the connection broke off; the log goes on')]);
    }
  }
}

async function readOnce(options: FollowOptions, lines: Streams): Promise<void> {
  const { engine, container, tail, since, until, write, signal } = options;
  const bytes = { stdout: new Lines(), stderr: new Lines() };
  const resumed = [lines.stdout.resume(), lines.stderr.resume()].filter((time) => time !== undefined);
  const first = { ...(tail > 0 ? { tail } : {}), ...(since === undefined ? {} : { since }) };
  const chunks = engine.containers.logs(
    container.id,
    {
      follow: until === undefined,
      timestamps: true,
      ...(resumed.length === 0 ? first : { since: Math.max(since ?? 0, Math.max(...resumed) - overlap) }),
      ...(until === undefined ? {} : { until }),
    },
    signal,
  );
  const put = (stream: 'stdout' | 'stderr', texts: readonly string[]): void =>
    write(lines[stream].take(texts).map((text) => ({ text, stream })));
  for await (const { stream, data } of chunks) put(stream, bytes[stream].push(data));
  // Only of a log that has ended: where a connection broke, the rest of a half line comes with the next one.
  for (const stream of ['stdout', 'stderr'] as const) put(stream, bytes[stream].end());
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
