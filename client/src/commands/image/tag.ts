import type { Container, Image } from '../../engine/model.ts';
import { nameOf } from '../../registry/destination.ts';
import { type ImageReference, parseReference, referenceProblem } from '../../registry/reference.ts';
import { shortId } from '../../tree/nodes/reference.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes, formatNames } from '../../ui/format.ts';
import { type CommandContext, defineCommand, type ImageTarget } from '../command.ts';
import { imageName, usersOf } from '../names.ts';
import { describeUsers } from './deleteImage.ts';

/** Gives an image one more name; takes it from another image only when that is said in so many words. */
export const tagImage = defineCommand({
  id: 'gantry.image.tag',
  title: 'Tag…',
  icon: 'tag',
  on: 'image',
  many: false,
  placement: { menu: '4_change@1' },
  async run(context, [target]) {
    if (!target) return;
    const reference = await askName(context, target);
    if (!reference) return;
    const { engine, ui } = context;
    const name = nameOf(reference);
    const [images, containers] = await Promise.all([engine.images.list(), engine.containers.list()]);
    const owner = images.find(({ id, tags }) => id !== target.image.id && tags.includes(name));
    if (owner && !(await confirmMove(context, { name, owner, users: usersOf(owner, containers) }))) return;
    const { repository, tag = 'latest' } = reference;
    await engine.images.tag(target.image.id, { repository, tag });
    await ui.notify({ severity: 'info', text: `${imageName(target)} is now also ${name}.` });
  },
});

async function askName({ ui }: CommandContext, { image, tag }: ImageTarget): Promise<ImageReference | undefined> {
  const text = await ui.input({
    title: `Tag ${imageName({ image, ...(tag === undefined ? {} : { tag }) })}`,
    prompt: 'One more name for it; its other names stay',
    placeholder: 'web:1.0 or registry.example.com/team/web:1.0',
    ...(tag === undefined ? {} : { value: tag }),
    validate: (typed) => tagProblem(typed.trim(), image),
  });
  return text === undefined ? undefined : parseReference(text.trim());
}

function tagProblem(text: string, image: Image): string | undefined {
  const problem = referenceProblem(text);
  if (problem !== undefined) return problem;
  const reference = parseReference(text);
  if (reference.digest !== undefined) return 'A name that is given has a tag, not a digest.';
  return image.tags.includes(nameOf(reference)) ? 'It has this name already.' : undefined;
}

function confirmMove(
  { ui }: CommandContext,
  { name, owner, users }: { name: string; owner: Image; users: readonly Container[] },
): Promise<boolean> {
  const others = owner.tags.filter((tag) => tag !== name);
  const size = `${formatBytes(owner.size)}, created ${formatAgo(owner.createdAt, Date.now())}`;
  const stays = others.length === 0 ? 'It has no tag then.' : `It keeps ${formatNames(others)}.`;
  const used = users.length === 0 ? '' : ` It is used by ${describeUsers(users)}, which go on with it.`;
  return ui.confirm({
    message: `${name} is the name of another image. Move it?`,
    detail: `The other image is ${shortId(owner.id)} (${size}). ${stays}${used}`,
    action: 'Move the name',
  });
}
