import type { Network } from '../../engine/model.ts';
import { usersOfNetwork } from '../../tree/nodes/users.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { describeUsers } from '../image/deleteImage.ts';

export const removeNetwork = defineCommand({
  id: 'gantry.network.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'network',
  many: true,
  when: ['custom'],
  placement: { inline: { position: 9, when: ['unused'] }, menu: '9_remove@1' },
  run: removeNetworks,
});

/** Networks that containers are in are left, and said; whoever wants them gone disconnects first, knowingly. */
async function removeNetworks({ engine, ui }: CommandContext, targets: readonly Network[]): Promise<void> {
  const containers = await engine.containers.list();
  const held = targets.filter((network) => usersOfNetwork(network, containers).length > 0);
  const free = targets.filter((network) => !held.includes(network));
  const uses = held.map((network) => `${network.name}, used by ${describeUsers(usersOfNetwork(network, containers))}`);
  const [only] = targets;
  if (free.length === 0) {
    const way = 'Disconnect them…';
    const text = `Not removed, because containers are in it: ${formatNames(uses)}.`;
    const actions = only && targets.length === 1 ? [way] : [];
    const pressed = await ui.notify({ severity: 'warning', text, actions });
    if (pressed === way) await ui.run('gantry.network.disconnect', { kind: 'network', id: only?.id, network: only });
    return;
  }
  const agreed = await ui.confirm({
    message:
      only && targets.length === 1
        ? `Remove the network ${only.name}?`
        : `Remove ${formatCount(free.length, 'network')}?`,
    detail: [
      `${formatNames(
        free.map(({ name }) => name),
        10,
      )}: no container is in ${free.length === 1 ? 'it' : 'them'}, running or not.`,
      ...(uses.length === 0 ? [] : [`Left, because containers are in them: ${formatNames(uses, 10)}.`]),
    ].join('\n\n'),
    action: free.length === 1 ? 'Remove' : `Remove ${free.length}`,
  });
  if (!agreed) return;
  const bulk: Bulk<Network> = {
    ui,
    targets: free,
    name: ({ name }) => name,
    noun: 'network',
    doing: 'Removing',
    done: 'removed',
    run: ({ id }) => engine.networks.remove(id),
  };
  const result = await forEach(bulk);
  await reportBulk(
    bulk,
    result,
    free.length > 1 ? `Removed ${formatCount(result.done.length, 'network')}.` : undefined,
  );
}
