import { EngineError } from '../../engine/error.ts';
import { formatBytes, formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import { type CommandContext, defineCommand, type ImageTarget } from '../command.ts';
import { removeContainers } from '../container/remove.ts';
import { imageName } from '../names.ts';
import { goneAlready } from '../prune/plan.ts';
import { deleteImage, describeUsers, untagImage } from './deleteImage.ts';
import { type ImageRemoval, isHeld, isUntag, planRemoval } from './removalPlan.ts';

export const removeImage = defineCommand({
  id: 'gantry.image.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'image',
  many: true,
  placement: { inline: 3, menu: '9_remove@1' },
  run: removeImages,
});

/** Takes names away or deletes images, as is chosen; never what a container is made of, and never by force. */
export async function removeImages(context: CommandContext, targets: readonly ImageTarget[]): Promise<void> {
  const { engine, ui } = context;
  const [images, containers] = await Promise.all([engine.images.list(), engine.containers.list()]);
  const plan = planRemoval(targets, { images, containers });
  const [only] = plan;
  if (!only) {
    await ui.notify({ severity: 'info', text: `${formatNames(targets.map(imageName))}: it was gone already.` });
    return;
  }
  if (plan.every(isHeld)) {
    if (await refuse(context, plan)) await removeImages(context, targets);
    return;
  }
  const agreed = plan.length === 1 ? await askOne(context, only) : await askMany(context, plan);
  if (agreed) await remove(context, agreed);
}

/** Says who holds on to the images, and offers to remove those first. Answers whether none of them is left. */
async function refuse(context: CommandContext, plan: readonly ImageRemoval[]): Promise<boolean> {
  const { ui, engine } = context;
  const users = [...new Map(plan.flatMap((removal) => removal.users.map((user) => [user.id, user]))).values()];
  const way = users.length === 1 ? 'Remove the container…' : 'Remove the containers…';
  const [only] = plan;
  const message =
    only && plan.length === 1
      ? `${nameOf(only)} is used by ${formatCount(users.length, 'container')}.`
      : `All ${plan.length} images are used by containers.`;
  const pressed = await ui.ask({
    message,
    detail: `${describeUsers(users)}.\n\nAn image stays as long as a container is made of it, running or not. Remove ${users.length === 1 ? 'it' : 'them'} first.`,
    actions: [way],
  });
  if (pressed === undefined) return false;
  await removeContainers(context, users);
  return (await engine.containers.list({ ids: users.map(({ id }) => id) })).length === 0;
}

async function askOne({ ui }: CommandContext, removal: ImageRemoval): Promise<readonly ImageRemoval[] | undefined> {
  const { image, chosen, kept, users } = removal;
  const size = `${formatBytes(image.size)}, of which what other images share stays.`;
  if (!isUntag(removal)) {
    const names = chosen.length > 1 ? `All its names go: ${formatNames(chosen, 10)}. ` : '';
    const question = { message: `Delete the image ${nameOf(removal)}?`, detail: `${names}${size}`, action: 'Delete' };
    return (await ui.confirm(question)) ? [removal] : undefined;
  }
  const untag = chosen.length === 1 ? 'Remove the tag' : `Remove ${chosen.length} tags`;
  const whole = `Delete the image with all ${image.tags.length} tags`;
  const used = users.length === 0 ? '' : ` It cannot be deleted: it is used by ${describeUsers(users)}.`;
  const pressed = await ui.ask({
    message: `Remove the tag${chosen.length === 1 ? '' : 's'} ${formatNames(chosen, 10)}?`,
    detail: `The image stays as ${formatNames(kept, 10)}.${used}`,
    actions: users.length === 0 ? [untag, whole] : [untag],
  });
  if (pressed === undefined) return undefined;
  return [pressed === whole ? { ...removal, chosen: image.tags, kept: [] } : removal];
}

async function askMany({ ui }: CommandContext, plan: readonly ImageRemoval[]) {
  const held = plan.filter(isHeld);
  const agreed = plan.filter((removal) => !isHeld(removal));
  const untagged = agreed.filter(isUntag);
  const deleted = agreed.filter((removal) => !isUntag(removal));
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}: ${formatNames(lines, 10)}.`];
  const detail = [
    ...list('Deleted', deleted.map(describeNames)),
    ...list('Only the tag goes, the image stays under another', untagged.map(describeNames)),
    ...list(
      'Left, because containers use it',
      held.map((removal) => `${nameOf(removal)}, used by ${describeUsers(removal.users)}`),
    ),
  ].join('\n\n');
  const message = `Remove ${held.length === 0 ? formatCount(agreed.length, 'image') : `${agreed.length} of ${formatCount(plan.length, 'image')}`}?`;
  return (await ui.confirm({ message, detail, action: `Remove ${agreed.length}` })) ? agreed : undefined;
}

async function remove({ ui, engine }: CommandContext, agreed: readonly ImageRemoval[]): Promise<void> {
  const bulk: Bulk<ImageRemoval> = {
    ui,
    targets: agreed,
    waves: agreed.map((removal) => [removal]),
    name: nameOf,
    noun: 'image',
    doing: 'Removing',
    done: 'removed',
    run: async (removal) => {
      const reason = isUntag(removal)
        ? await untagImage(engine.images, { id: removal.image.id, tags: removal.chosen })
        : await deleteImage(engine, removal.image);
      if (reason !== undefined && reason !== goneAlready)
        throw new EngineError('conflict', `The image ${nameOf(removal)} was left. ${reason}`);
    },
  };
  const result = await forEach(bulk);
  const [only] = agreed;
  const summary = agreed.length === 1 && only ? undefined : `Removed ${count(result.done.length, agreed.length)}.`;
  await reportBulk(bulk, result, summary);
}

function count(done: number, total: number): string {
  return done === total ? formatCount(done, 'image') : `${done} of ${formatCount(total, 'image')}`;
}

function nameOf({ image, chosen }: ImageRemoval): string {
  const [tag] = chosen;
  return imageName({ image, ...(tag === undefined ? {} : { tag }) });
}

/** `web:1 (also web:2 and web:3)`. */
function describeNames(removal: ImageRemoval): string {
  const more = removal.chosen.slice(1);
  return more.length === 0 ? nameOf(removal) : `${nameOf(removal)} (also ${formatNames(more)})`;
}
