import { formatBytes } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { Counted } from '../toFile.ts';
import { volumeNameProblem } from './create.ts';
import { busyWarning, readVolume, writeVolume } from './files.ts';
import { volumeName } from './name.ts';

export const cloneVolume = defineCommand({
  id: 'gantry.volume.clone',
  title: 'Clone…',
  icon: 'copy',
  on: 'volume',
  many: false,
  placement: { menu: '4_change@1' },
  async run(context, [volume]) {
    if (!volume) return;
    const { engine, store, ui } = context;
    const name = await ui.input({
      title: `Clone ${volumeName(volume)}`,
      prompt: 'The new volume’s name',
      value: `${volumeName(volume)}-copy`,
      validate: (text) => volumeNameProblem(text.trim(), store),
    });
    if (name === undefined) return;
    const { driver, options, labels } = volume;
    const copy = await engine.volumes.create({ name: name.trim(), driver, options, labels: ownLabels(labels) });
    const title = `Cloning ${volumeName(volume)}`;
    try {
      const bytes = await ui.progress({ title, cancellable: true }, (report, signal) =>
        readVolume(engine, { name: volume.name, signal }, async (source) => {
          const tar = new Counted(source, report);
          await writeVolume(engine, { name: copy.name, tar, signal });
          return tar.bytes;
        }),
      );
      const text = `Cloned ${volumeName(volume)} to ${copy.name}, ${formatBytes(bytes)}.${busyWarning(context, volume)}`;
      await ui.notify({ severity: 'info', text });
    } catch (error) {
      // Half a copy is worse than none.
      await engine.volumes.remove(copy.name).catch((failure: unknown) => {
        ui.log.warn(`${copy.name} could not be removed again: ${String(failure)}`);
      });
      throw error;
    }
  },
});

/** A copy is not the compose project's volume, nor anonymous: its project would take it down with its own. */
function ownLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  const isTheirs = (key: string): boolean =>
    key.startsWith('com.docker.compose.') || key === 'com.docker.volume.anonymous';
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !isTheirs(key)));
}
