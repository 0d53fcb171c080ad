import { basename } from 'node:path';
import { checkArchive } from '../archiveFile.ts';
import { defineCommand } from '../command.ts';
import { volumeNameProblem } from './create.ts';
import { fillVolume } from './files.ts';

export const createVolumeFromTar = defineCommand({
  id: 'gantry.volumes.createFromTar',
  title: 'Create volume from tar…',
  placement: { title: { views: ['gantry.volumes'], group: '1_create@1' } },
  async run(context) {
    const { engine, store, ui } = context;
    await store.ready();
    const path = await ui.pickPath({ title: 'Create a volume from a tar archive', kind: 'file' });
    if (path === undefined) return;
    await checkArchive(path);
    const name = await ui.input({
      title: 'Create a volume from a tar archive',
      prompt: 'The new volume’s name',
      value: basename(path).replace(/\.(?:tar|tgz)(?:\..*)?$/iu, ''),
      validate: (text) => volumeNameProblem(text.trim(), store),
    });
    if (name === undefined) return;
    const volume = await engine.volumes.create({ name: name.trim() });
    try {
      await fillVolume(context, { name: volume.name, path });
    } catch (error) {
      await engine.volumes.remove(volume.name);
      throw error;
    }
  },
});
