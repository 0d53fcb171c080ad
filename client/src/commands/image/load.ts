import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { Counted } from '../toFile.ts';
import { checkArchive } from '../archiveFile.ts';

export const loadImages = defineCommand({
  id: 'gantry.images.load',
  title: 'Load images from tar…',
  icon: 'folder-opened',
  placement: { title: { views: ['gantry.images'], group: '1_files@1' } },
  async run({ engine, ui }) {
    const path = await ui.pickPath({ title: 'Load images from a tar archive', kind: 'file' });
    if (path === undefined) return;
    await checkArchive(path);
    const names = await ui.progress(
      { title: `Loading ${basename(path)}`, cancellable: true },
      async (report, signal) => await engine.images.load(new Counted(createReadStream(path), report), signal),
    );
    const text =
      names.length === 0
        ? `${basename(path)} holds no image. One of files only is for “Import files as an image…”.`
        : `Loaded ${formatNames(names, 5)}.`;
    await ui.notify({ severity: names.length === 0 ? 'warning' : 'info', text });
  },
});
