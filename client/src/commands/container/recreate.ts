import type { CreateContainerOptions } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import type { Container } from '../../engine/model.ts';
import { referenceProblem } from '../../registry/reference.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { fillForm, type Field } from '../form.ts';
import { atEndOf } from '../image/atEnd.ts';
import { runFields, type RunAnswers } from '../image/runForm.ts';
import { formatPort } from '../image/runOptions.ts';
import { createOptions } from '../image/startContainer.ts';
import { containerName } from '../names.ts';
import { formatWords } from '../words.ts';
import { limitAnswers } from './limits.ts';
import { isRunning, replaceContainer } from './replace.ts';

/** Makes a container anew with what the person changes of it; the old one stays until the new one has started. */
export const recreateContainer = defineCommand({
  id: 'gantry.container.recreate',
  title: 'Re-create with changes…',
  icon: 'replace-all',
  on: 'container',
  many: false,
  placement: { menu: '4_change@3' },
  async run(context, [container]) {
    if (!container) return;
    const before = await context.engine.containers.definition(container.id);
    const wanted = await askChanges(context, container, before);
    if (!wanted || !(await confirm(context, container))) return;
    const options = await toOptions(context, before, wanted);
    await replaceContainer(context, { container, before, options });
  },
});

interface Wanted {
  image: string;
  readonly answers: RunAnswers;
}

async function askChanges(
  context: CommandContext,
  container: Container,
  before: CreateContainerOptions,
): Promise<Wanted | undefined> {
  const { ui } = context;
  const name = containerName(container);
  const wanted: Wanted = { image: before.image, answers: answersOf(before) };
  const submitted = await fillForm({
    ui,
    title: `Re-create ${name}`,
    submits: () => [{ label: 'Re-create', icon: 'replace-all', value: true, description: wanted.image }],
    fields: () => [
      imageField(context, wanted),
      ...runFields(context, { ownCommand: '', answers: wanted.answers, ownName: container.name }),
    ],
  });
  return submitted === true ? wanted : undefined;
}

/** A container's own configuration as the run form has it. */
function answersOf(options: CreateContainerOptions): RunAnswers {
  return {
    mode: 'detached',
    name: options.name ?? '',
    ports: (options.ports ?? []).map(formatPort),
    env: options.env ?? [],
    envFile: '',
    volumes: options.volumes ?? [],
    command: formatWords(options.command ?? []),
    network: options.network === 'bridge' ? '' : (options.network ?? ''),
    atEnd: atEndOf(options),
    ...limitAnswers(options),
  };
}

function imageField({ ui, store }: CommandContext, wanted: Wanted): Field {
  return {
    label: 'Image',
    value: wanted.image,
    icon: 'package',
    async edit() {
      const tags = [...store.images.values()].flatMap((image) => image.tags).sort();
      const picked = await ui.pick({
        title: 'Image',
        placeholder: 'One that is here; its newest version is taken',
        choices: tags.map((tag) => ({ label: tag, icon: 'package', picked: tag === wanted.image, value: tag })),
        custom: (text) =>
          referenceProblem(text) === undefined && !tags.includes(text) ? { label: text, value: text } : undefined,
      });
      wanted.image = picked ?? wanted.image;
    },
  };
}

/** What the form says, over what the container was made with. */
async function toOptions(
  context: CommandContext,
  before: CreateContainerOptions,
  { image, answers }: Wanted,
): Promise<CreateContainerOptions> {
  // What was emptied in the form is not to come back from before.
  const { command: _command, memory: _memory, cpus: _cpus, pids: _pids, network: _network, ...kept } = before;
  const options = await createOptions(context, { reference: image, answers });
  // The form has no word for how many times.
  const sameEnd = answers.atEnd === atEndOf(before) && before.restart ? { restart: before.restart } : {};
  return { ...kept, restart: { name: 'no' }, env: [], ...options, ...sameEnd };
}

async function confirm({ ui, engine }: CommandContext, container: Container): Promise<boolean> {
  const name = containerName(container);
  const changes = await engine.containers.changes(container.id).catch((error: unknown) => {
    if (error instanceof EngineError) return [];
    throw error;
  });
  const written = changes.length === 0 ? '' : ` It has changed ${changes.length} paths of its image, which go with it.`;
  return await ui.confirm({
    message: isRunning(container) ? `${name} is ${container.state}. Stop it and make it anew?` : `Make ${name} anew?`,
    detail: `Its volumes are taken over, also those without a name.${written} If the new one does not start, the old one comes back as it was.`,
    action: 'Re-create',
  });
}
