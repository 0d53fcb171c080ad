import type { Container } from '../../engine/model.ts';
import type { StreamDocument } from '../../ui/ui.ts';
import type { CommandContext } from '../command.ts';
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
  const stop = new AbortController();
  const document = await context.ui.openStream({
    name: `${name}.log`,
    id: `logs ${id}`,
    prefixed: isPrefixed(options),
    onClose: () => stop.abort(),
  });
  // The command has done its part when the document is open; the stream goes on until it is closed.
  void followAll(context, { ...options, document, signal: stop.signal }).then(() => document.dispose());
}

function isPrefixed({ containers, joins }: LogDocumentOptions): boolean {
  return containers.length > 1 || joins !== undefined;
}

async function followAll(
  { engine, store, services, ui }: CommandContext,
  options: LogDocumentOptions & { readonly document: StreamDocument; readonly signal: AbortSignal },
): Promise<void> {
  const { containers, nameOf, joins, document, signal } = options;
  const followed = new Map<string, Promise<void>>();
  let width = Math.max(0, ...containers.map((container) => nameOf(container).length));
  const follow = (container: Container): void => {
    if (followed.has(container.id)) return;
    const name = nameOf(container);
    width = Math.max(width, name.length);
    const prefix = (): string => (isPrefixed(options) ? `${name.padEnd(width)} | ` : '');
    const reading = followLogs({
      engine,
      store,
      container,
      tail: services.setting('gantry.logs.tail'),
      timestamps: services.setting('gantry.logs.timestamps'),
      write: (lines) => document.append(lines.map((line) => `${prefix()}${line}\n`).join('')),
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
  for (const container of containers) follow(container);
  if (joins) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  joining?.dispose();
  watching?.dispose();
  await Promise.all(followed.values());
}
