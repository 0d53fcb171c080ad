import type { ImageOperations } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import {
  formatReference,
  type ImageReference,
  parseReference,
  referenceProblem,
  withDefaultTag,
} from '../../registry/reference.ts';
import { transfer } from '../../registry/transfer.ts';
import { type CommandContext, defineCommand } from '../command.ts';

/** Pulls any image that is named, with the credentials that `docker login` stored. */
export const pullImage = defineCommand({
  id: 'gantry.image.pull',
  title: 'Pull an image…',
  icon: 'cloud-download',
  placement: { title: { views: ['gantry.images'], group: 'navigation@2' } },
  async run(context) {
    const typed = await context.ui.input({
      title: 'Pull an image',
      prompt: 'Its name; without a registry’s host it comes from Docker Hub, without a tag it is “latest”',
      placeholder: 'nginx:1.27 or registry.example.com/team/web:1.0',
      validate: (text) => referenceProblem(text.trim()),
    });
    if (typed !== undefined) await pullReference(context, withDefaultTag(parseReference(typed.trim())));
  },
});

/** Pulls what the registry has under an image's tag by now. */
export const pullImageAgain = defineCommand({
  id: 'gantry.image.pullAgain',
  title: 'Pull again',
  icon: 'cloud-download',
  on: 'image',
  many: true,
  when: ['tagged'],
  placement: { menu: '3_registry@1' },
  async run(context, targets) {
    const tags = new Set(targets.flatMap(({ tag }) => (tag === undefined ? [] : [tag])));
    for (const tag of tags) await pullReference(context, parseReference(tag));
  },
});

/** Pulls an image that stands in a registry's list. */
export const pullRemoteTag = defineCommand({
  id: 'gantry.remoteTag.pull',
  title: 'Pull',
  icon: 'cloud-download',
  on: 'remoteTag',
  many: true,
  placement: { inline: 1, menu: '1_run@1', hiddenInPalette: true },
  async run(context, tags) {
    for (const { reference } of tags) await pullReference(context, parseReference(reference));
  },
});

/** Pulls an image with progress, and says what came of it. */
export async function pullReference({ engine: { images }, ui, services }: CommandContext, reference: ImageReference) {
  const name = formatReference(reference);
  const before = await idOf(images, name);
  const result = await transfer(
    {
      verb: 'pull',
      reference,
      start: (credentials, signal) => images.pull(name, credentials ? { credentials } : {}, signal),
    },
    { ui, findCredentials: services.findCredentials },
  );
  if (result === undefined) return;
  const after = await idOf(images, name);
  const text = after !== undefined && after === before ? `${name} was up to date.` : `Pulled ${name}.`;
  const { digest } = result;
  if (digest === undefined) {
    await ui.notify({ severity: 'info', text });
    return;
  }
  const pressed = await ui.notify({
    severity: 'info',
    text: `${text} Its digest is ${digest}.`,
    actions: ['Copy digest'],
  });
  if (pressed === 'Copy digest') await ui.copy(digest);
}

/** The id of the image that has this name now; none when there is no such image. */
async function idOf(images: ImageOperations, name: string): Promise<unknown> {
  try {
    return (await images.inspect(name))['Id'];
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
