import { volumeName } from './name.ts';
import { defineCommand } from '../command.ts';
import { browseFiles } from '../files/browse.ts';

export const browseVolumeFiles = defineCommand({
  id: 'gantry.volume.browseFiles',
  title: 'Browse files…',
  icon: 'list-tree',
  on: 'volume',
  many: false,
  placement: { menu: '6_files@4' },
  async run(context, [target]) {
    if (target) await browseFiles(context, { of: { kind: 'volume', id: target.name }, name: volumeName(target) });
  },
});
