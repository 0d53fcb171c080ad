import type { CommandContext, ImageTarget } from '../command.ts';
import { pushImage } from './push.ts';
import { runImage } from './run.ts';

/** Says that an image was built, and offers what is done with one. */
export async function offerImage(
  context: CommandContext,
  { imageId, tag, took }: { imageId: string; tag: string; took: string },
): Promise<void> {
  const { ui } = context;
  const pressed = await ui.notify({
    severity: 'info',
    text: `Built ${tag} in ${took}.`,
    actions: ['Run…', 'Push…', 'Copy id'],
  });
  if (pressed === 'Copy id') await ui.copy(imageId);
  if (pressed !== 'Run…' && pressed !== 'Push…') return;
  const target = await imageTarget(context, { imageId, tag });
  if (target) await (pressed === 'Run…' ? runImage : pushImage).run(context, [target]);
}

/** The image as the engine has it now: the store may not have heard of it yet. */
async function imageTarget(
  { engine, ui }: CommandContext,
  { imageId, tag }: { imageId: string; tag: string },
): Promise<ImageTarget | undefined> {
  const image = (await engine.images.list()).find(({ id }) => id === imageId);
  if (image) return { image, ...(image.tags.includes(tag) ? { tag } : {}) };
  await ui.notify({ severity: 'warning', text: `${tag} is not there any more.` });
  return undefined;
}
