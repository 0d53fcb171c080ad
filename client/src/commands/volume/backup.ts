import { formatBytes } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { saveStream } from '../toFile.ts';
import { busyWarning, readVolume } from './files.ts';
import { volumeName } from './name.ts';

export const backUpVolume = defineCommand({
  id: 'gantry.volume.backUp',
  title: 'Back up to tar…',
  icon: 'save',
  on: 'volume',
  many: false,
  placement: { menu: '6_files@1' },
  async run(context, [volume]) {
    if (!volume) return;
    const { engine, ui } = context;
    const name = volumeName(volume);
    const path = await ui.pickPath({ title: `Back up ${name}`, kind: 'newFile', name: `${name}.tar` });
    if (path === undefined) return;
    const bytes = await saveStream({
      ui,
      title: `Backing up ${name}`,
      path,
      source: (signal, write) => readVolume(engine, { name: volume.name, signal }, write),
    });
    const text = `Backed up ${name} to ${path}, ${formatBytes(bytes)}.${busyWarning(context, volume)}`;
    await ui.notify({ severity: 'info', text });
  },
});
