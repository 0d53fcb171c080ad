import { imageName } from '../names.ts';
import { defineCommand } from '../command.ts';
import { browseFiles } from '../files/browse.ts';

export const browseImageFiles = defineCommand({
  id: 'gantry.image.browseFiles',
  title: 'Browse files…',
  icon: 'list-tree',
  on: 'image',
  many: false,
  placement: { menu: '6_files@4' },
  async run(context, [target]) {
    if (target) await browseFiles(context, { of: { kind: 'image', id: target.image.id }, name: imageName(target) });
  },
});
