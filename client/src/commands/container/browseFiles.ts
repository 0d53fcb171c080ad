import { containerName } from '../names.ts';
import { defineCommand } from '../command.ts';
import { browseFiles } from '../files/browse.ts';

export const browseContainerFiles = defineCommand({
  id: 'gantry.container.browseFiles',
  title: 'Browse files…',
  icon: 'list-tree',
  on: 'container',
  many: false,
  placement: { menu: '6_files@4' },
  async run(context, [target]) {
    if (target) await browseFiles(context, { of: { kind: 'container', id: target.id }, name: containerName(target) });
  },
});
