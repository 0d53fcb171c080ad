import { imageName } from '../names.ts';
import { defineCommand } from '../command.ts';
import { openFileOf } from '../files/openFile.ts';

export const openImageFile = defineCommand({
  id: 'gantry.image.openFile',
  title: 'Open file…',
  icon: 'go-to-file',
  on: 'image',
  many: false,
  placement: { menu: '6_files@3' },
  async run(context, [target]) {
    if (target) await openFileOf(context, { of: { kind: 'image', id: target.image.id }, name: imageName(target) });
  },
});
