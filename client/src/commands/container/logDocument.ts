import type { Container } from '../../engine/model.ts';
import { LogView } from '../../document/logView.ts';
import type { CommandContext } from '../command.ts';
import { logChoice, timeOf } from '../log/choice.ts';
import { followLogs } from './followLogs.ts';

export interface LogDocumentOptions {
  /** The tab's name, without its end. */
  readonly name: string;
  /** What is followed: asked for again, its document is taken over. */
  readonly id: string;
  readonly containers: readonly Container[];
  /** What stands before each line of a container where several are followed. */
  readonly nameOf: (container: Container) => string;
  /** Whether a container that comes up later is followed too. */
  readonly joins?: (container: Container) => boolean;
}

/** Opens one document with the logs of containers, and follows them until it is closed. */
export async function openLogs(context: CommandContext, options: LogDocumentOptions): Promise<void> {
  const { name, id } = options;
  const view = new LogView();
  let stop = new AbortController();
  const begin = (): void => {
    stop.abort();
    stop = new AbortController();
    view.clear();
    const { signal } = stop;
    // The command has done its part when the document is open; the stream goes on until it is closed.
    void followAll(context, { ...options, view, signal });
  };
  await context.ui.openLog({
    name: `${name}.log`,
    id: `logs ${id}`,
    view,
    restart: begin,
    onClose: () => stop.abort(),
  });
  begin();
}

function isPrefixed({ containers, joins }: LogDocumentOptions): boolean {
  return containers.length > 1 || joins !== undefined;
}

async function followAll(
  { engine, store, services, ui }: CommandContext,
  options: LogDocumentOptions & { readonly view: LogView; readonly signal: AbortSignal },
): Promise<void> {
  const { containers, nameOf, joins, view, signal } = options;
  const followed = new Map<string, Promise<void>>();
  const { tail, timestamps, since, until } = logChoice(services);
  const now = Date.now();
  const span = { since: timeOf(since, now), until: timeOf(until, now) };
  const follow = (container: Container): void => {
    if (followed.has(container.id)) return;
    const name = nameOf(container);
    const reading = followLogs({
      engine,
      store,
      container,
      tail,
      timestamps,
      ...(span.since === undefined ? {} : { since: span.since }),
      ...(span.until === undefined ? {} : { until: span.until }),
      write: (lines) => {
        if (!signal.aborted)
          view.append(isPrefixed(options) ? lines.map((line) => ({ ...line, source: name })) : lines);
      },
      signal,
    });
    followed.set(
      container.id,
      reading.catch((error: unknown) => {
        ui.log.error('Following logs failed', error);
      }),
    );
  };
  const joining =
    joins &&
    store.onDidChange(({ containers: { added } }) => {
      for (const id of added) {
        const container = store.containers.get(id);
        if (container && joins(container)) follow(container);
      }
    });
  const watching = joins && store.watch();
  if (isPrefixed(options)) for (const container of containers) view.expect(nameOf(container));
  for (const container of containers) follow(container);
  if (joins) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  joining?.dispose();
  watching?.dispose();
  await Promise.all(followed.values());
}
