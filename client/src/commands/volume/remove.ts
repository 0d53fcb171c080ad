import type { Container, Volume } from '../../engine/model.ts';
import { usersOfVolume } from '../../tree/nodes/users.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { removeContainers } from '../container/remove.ts';
import { describeUsers } from '../image/deleteImage.ts';
import { volumeName } from './name.ts';

export const removeVolume = defineCommand({
  id: 'gantry.volume.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'volume',
  many: true,
  placement: { inline: { position: 9, when: ['unused'] }, menu: '9_remove@1' },
  run: removeVolumes,
});

async function removeVolumes(context: CommandContext, targets: readonly Volume[]): Promise<void> {
  const { engine, ui } = context;
  const containers = await engine.containers.list();
  const used = targets.filter((volume) => usersOfVolume(volume, containers).length > 0);
  const free = targets.filter((volume) => !used.includes(volume));
  if (free.length === 0) {
    if (await refuse(context, { used, containers })) await removeVolumes(context, targets);
    return;
  }
  const [only] = free;
  const held = used.map(
    (volume) => `${volumeName(volume)}, used by ${describeUsers(usersOfVolume(volume, containers))}`,
  );
  const agreed = await ui.confirm({
    message:
      only && targets.length === 1
        ? `Remove the volume ${volumeName(only)}?`
        : `Remove ${free.length === targets.length ? '' : `${free.length} of `}${formatCount(targets.length, 'volume')}?`,
    detail: [
      ...(targets.length === 1 ? [] : [`${formatNames(free.map(volumeName), 10)}.`]),
      free.length === 1
        ? 'No container uses it, running or not. Its files are gone then; “Back up to tar…” keeps them.'
        : 'No container uses them, running or not. Their files are gone then; “Back up to tar…” keeps them.',
      ...(held.length === 0 ? [] : [`Left, because containers use it: ${formatNames(held, 10)}.`]),
    ].join('\n\n'),
    action: free.length === 1 ? 'Remove' : `Remove ${free.length}`,
  });
  if (!agreed) return;
  const bulk: Bulk<Volume> = {
    ui,
    targets: free,
    name: volumeName,
    noun: 'volume',
    doing: 'Removing',
    done: 'removed',
    run: ({ name }) => engine.volumes.remove(name),
  };
  const result = await forEach(bulk);
  await reportBulk(bulk, result, free.length > 1 ? `Removed ${formatCount(result.done.length, 'volume')}.` : undefined);
}

/** Says who uses the volumes, and offers to remove those first. Answers whether none of them is left. */
async function refuse(
  context: CommandContext,
  { used, containers }: { used: readonly Volume[]; containers: readonly Container[] },
): Promise<boolean> {
  const users = [
    ...new Map(used.flatMap((volume) => usersOfVolume(volume, containers).map((user) => [user.id, user]))).values(),
  ];
  const [only] = used;
  const way = users.length === 1 ? 'Remove the container…' : 'Remove the containers…';
  const pressed = await context.ui.ask({
    message:
      only && used.length === 1
        ? `${volumeName(only)} is used by ${formatCount(users.length, 'container')}.`
        : `All ${used.length} volumes are used by containers.`,
    detail: `${describeUsers(users)}.\n\nA volume stays as long as a container has it, running or not. Remove ${users.length === 1 ? 'it' : 'them'} first.`,
    actions: [way],
  });
  if (pressed === undefined) return false;
  await removeContainers(context, users);
  return (await context.engine.containers.list({ ids: users.map(({ id }) => id) })).length === 0;
}
