import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { CreateContainerOptions } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import type { Container } from '../../engine/model.ts';
import type { CommandContext } from '../command.ts';
import { addresses } from '../container/address.ts';
import { showContainerLogs } from '../container/logs.ts';
import { openContainerInBrowser } from '../container/openInBrowser.ts';
import { startInTerminal } from '../container/startInTerminal.ts';
import { limitOptions } from '../container/limits.ts';
import { containerName } from '../names.ts';
import { commandOf } from '../words.ts';
import { endOptions } from './atEnd.ts';
import { parseEnvFile, parsePort, resolveVolume } from './runOptions.ts';
import type { RunAnswers } from './runForm.ts';

export interface Start {
  /** The image's name, for people, and what the engine is to be asked for. */
  readonly image: string;
  readonly reference: string;
  readonly answers: RunAnswers;
}

/** Creates the container and starts it. One that cannot be started is taken away again. */
export async function runDetached(context: CommandContext, start: Start): Promise<void> {
  const { engine, ui } = context;
  const options = await createOptions(context, start);
  const title = `Starting ${start.answers.name || start.image}`;
  const id = await ui.progress({ title, cancellable: false, where: 'window' }, async (_report, signal) => {
    const created = await engine.containers.create(options, signal);
    for (const warning of created.warnings) ui.log.warn(`${start.image}: ${warning}`);
    await startOrRemove(context, created.id);
    return created.id;
  });
  await offerContainer(context, id);
}

/** Creates the container and opens a terminal on its process, from its first output on. */
export async function runInTerminal(context: CommandContext, start: Start): Promise<void> {
  const { engine, ui } = context;
  const options = await createOptions(context, start);
  const { id, warnings } = await engine.containers.create({ ...options, interactive: true });
  for (const warning of warnings) ui.log.warn(`${start.image}: ${warning}`);
  startInTerminal(context, {
    id,
    name: start.answers.name || start.image,
    tty: true,
    openInput: true,
    endsWithTab: true,
    start: () => startOrRemove(context, id),
  });
}

/** Creates the container and leaves it at that. */
export async function createOnly(context: CommandContext, start: Start): Promise<void> {
  const { engine, ui } = context;
  const { id, warnings } = await engine.containers.create(await createOptions(context, start));
  for (const warning of warnings) ui.log.warn(`${start.image}: ${warning}`);
  const container = await newest(context, id);
  const go = 'Start it';
  const name = container ? containerName(container) : start.image;
  const pressed = await ui.notify({ severity: 'info', text: `${name} was created.`, actions: [go] });
  if (pressed === go) await engine.containers.start(id);
}

async function startOrRemove({ engine, ui }: CommandContext, id: string): Promise<void> {
  try {
    await engine.containers.start(id);
  } catch (error) {
    // Nobody asked for a container that never ran; the next attempt would find its name taken.
    await engine.containers.remove(id, { removeAnonymousVolumes: true }).catch((failure: unknown) => {
      ui.log.warn(`${id} could not be removed again: ${String(failure)}`);
    });
    throw error;
  }
}

/** What the answers mean to the engine. Throws `invalid` when the environment file cannot be read. */
export async function createOptions(
  { services }: Pick<CommandContext, 'services'>,
  { reference, answers }: Pick<Start, 'reference' | 'answers'>,
): Promise<CreateContainerOptions> {
  const { name, ports, env, envFile, volumes, command: line, network } = answers;
  const command = line === '' ? [] : commandOf(line);
  const folder = services.workspaceFolders()[0] ?? homedir();
  const variables = [...(envFile === '' ? [] : await readEnvFile(envFile)), ...env];
  return {
    image: reference,
    ports: ports.map(parsePort).filter((port) => typeof port !== 'string'),
    volumes: volumes.map((volume) => resolveVolume(volume, { folder, home: homedir() })),
    ...endOptions(answers.atEnd),
    ...limitOptions(answers),
    ...(network === '' ? {} : { network }),
    ...(name === '' ? {} : { name }),
    ...(variables.length === 0 ? {} : { env: variables }),
    ...(typeof command === 'string' || command.length === 0 ? {} : { command }),
  };
}

async function readEnvFile(path: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new EngineError('invalid', `The environment file ${path} cannot be read.`, { cause: error });
  }
  const variables = parseEnvFile(text, process.env);
  if (typeof variables === 'string') throw new EngineError('invalid', `The environment file ${path}: ${variables}`);
  return variables;
}

async function offerContainer(context: CommandContext, id: string): Promise<void> {
  const { engine, ui } = context;
  const container = await newest(context, id);
  if (!container) return;
  const [logs, browser] = ['Show logs', 'Open in browser'];
  const canOpen = addresses(container, await engine.endpoint()).length > 0;
  const pressed = await ui.notify({
    severity: 'info',
    text: `${containerName(container)} was started.`,
    actions: canOpen ? [browser, logs] : [logs],
  });
  if (pressed === logs) await showContainerLogs.run(context, [container]);
  if (pressed === browser) await openContainerInBrowser.run(context, [container]);
}

/** With `--rm` it may have come and gone. */
async function newest({ engine }: CommandContext, id: string): Promise<Container | undefined> {
  return (await engine.containers.list({ ids: [id] }))[0];
}
