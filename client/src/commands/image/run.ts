import { EngineError, isCancelled, unreachableKinds } from '../../engine/error.ts';
import type { ImageDefaults } from '../../engine/model.ts';
import { repositoryOf } from '../../tree/nodes/reference.ts';
import { explain } from '../../ui/explain.ts';
import { defineCommand, type CommandContext, type ImageTarget } from '../command.ts';
import { imageName, imageReference } from '../names.ts';
import { formatWords } from '../words.ts';
import { atEnds } from './atEnd.ts';
import { askRun, type RunAnswers } from './runForm.ts';
import { formatPort } from './runOptions.ts';
import { createOnly, createOptions, runDetached, runInTerminal } from './startContainer.ts';
import { isInteractive, suggestedName, suggestedPorts } from './suggestedRun.ts';

export const runImage = defineCommand({
  id: 'gantry.image.run',
  title: 'Run…',
  icon: 'play',
  on: 'image',
  many: false,
  placement: { inline: 1, menu: '1_run@1' },
  async run(context, [target]) {
    if (!target) return;
    const { engine, services, ui } = context;
    const image = imageName(target);
    const reference = imageReference(target);
    const defaults = await engine.images.defaults(reference);
    const answers = await recallRun(context, target, defaults);
    const ownCommand = formatWords([...defaults.entrypoint, ...defaults.command]);
    const options = () => createOptions(context, { reference, answers });
    while (await askRun(context, { image, ownCommand, answers, options })) {
      const { env: _values, name: _unique, ...kept } = answers;
      await services.remember(keyOf(target), kept);
      try {
        return await ways[answers.mode](context, { image, reference, answers });
      } catch (error) {
        if (isCancelled(error) || !(error instanceof EngineError) || unreachableKinds.has(error.kind)) throw error;
        const change = 'Change and try again…';
        const text = `${image} could not be run. ${explain(error)?.message ?? ''}`;
        if ((await ui.notify({ severity: 'error', text, actions: [change] })) !== change) return undefined;
      }
    }
  },
});

const ways = { detached: runDetached, terminal: runInTerminal, create: createOnly } as const;

/** Answers are remembered for a repository: its next tag is run as the one before. */
function keyOf({ image, tag }: ImageTarget): string {
  return `run ${tag === undefined ? image.id : repositoryOf(tag)}`;
}

/** What was answered for this image the last time, or what the image says of itself. */
async function recallRun(
  { engine, services, store }: CommandContext,
  target: ImageTarget,
  defaults: ImageDefaults,
): Promise<RunAnswers> {
  const last = (services.recall(keyOf(target)) ?? {}) as { readonly [K in keyof RunAnswers]?: unknown };
  const name = suggestedName(imageName(target), store.containers.values());
  const common = { name, env: [], atEnd: atEnds.find((atEnd) => atEnd === last.atEnd) ?? 'keep' };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const published = new Set(
    [...store.containers.values()].flatMap(({ ports }) => ports.map(({ hostPort }) => hostPort)),
  );
  const isLocal = /^(?:unix|npipe):/u.test((await engine.endpoint()).host);
  const isFree = async (port: number): Promise<boolean> =>
    !published.has(port) && (!isLocal || (await services.isPortFree(port)));
  return {
    ...common,
    mode:
      last.mode === 'detached' || last.mode === 'terminal'
        ? last.mode
        : isInteractive(defaults)
          ? 'terminal'
          : 'detached',
    ports: Array.isArray(last.ports) ? texts(last.ports) : (await suggestedPorts(defaults, isFree)).map(formatPort),
    envFile: text(last.envFile),
    volumes: texts(last.volumes),
    command: text(last.command),
    network: text(last.network),
    memory: text(last.memory),
    cpus: text(last.cpus),
    pids: text(last.pids),
  };
}
