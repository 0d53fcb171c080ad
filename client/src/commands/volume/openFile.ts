import { volumeName } from './name.ts';
import { defineCommand } from '../command.ts';
import { openFileOf } from '../files/openFile.ts';

export const openVolumeFile = defineCommand({
  id: 'gantry.volume.openFile',
  title: 'Open file…',
  icon: 'go-to-file',
  on: 'volume',
  many: false,
  placement: { menu: '6_files@3' },
  async run(context, [target]) {
    if (target) await openFileOf(context, { of: { kind: 'volume', id: target.name }, name: volumeName(target) });
  },
});
