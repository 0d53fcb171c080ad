import { basename } from 'node:path';
import type { Volume } from '../../engine/model.ts';
import { usersOfVolume } from '../../tree/nodes/users.ts';
import { formatNames } from '../../ui/format.ts';
import { checkArchive } from '../archiveFile.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { fillVolume } from './files.ts';
import { volumeName } from './name.ts';

export const restoreVolume = defineCommand({
  id: 'gantry.volume.restore',
  title: 'Restore from tar…',
  icon: 'history',
  on: 'volume',
  many: false,
  placement: { menu: '6_files@2' },
  async run(context, [volume]) {
    if (!volume) return;
    const { engine, ui } = context;
    const name = volumeName(volume);
    const path = await ui.pickPath({ title: `Restore ${name} from a tar archive`, kind: 'file' });
    if (path === undefined) return;
    await checkArchive(path);
    const users = usersOfVolume(volume, await engine.containers.list());
    const running = users.filter(({ state }) => state === 'running').map((user) => user.name);
    const [add, empty] = ['Add to its files', 'Empty it first'] as const;
    const pressed = await ui.ask({
      message: `Restore ${name} from ${basename(path)}?`,
      detail: [
        'Files of the same name are replaced; others stay, unless it is emptied first.',
        ...(running.length === 0 ? [] : [`${formatNames(running)} runs with it: stop it before, to be safe.`]),
        ...(users.length === 0 ? [] : ['It cannot be emptied while containers use it.']),
      ].join('\n\n'),
      actions: users.length === 0 ? [add, empty] : [add],
    });
    if (pressed === undefined) return;
    if (pressed === empty) await renew(context, volume);
    await fillVolume(context, { name: volume.name, path });
  },
});

/** The engine has no way to delete a volume's files but the volume itself; it comes back with the same settings. */
async function renew({ engine }: CommandContext, { name, driver, options, labels }: Volume): Promise<void> {
  await engine.volumes.remove(name);
  await engine.volumes.create({ name, driver, options, labels });
}
