import { containerName } from '../names.ts';
import { defineCommand } from '../command.ts';
import { openFileOf } from '../files/openFile.ts';

export const openContainerFile = defineCommand({
  id: 'gantry.container.openFile',
  title: 'Open file…',
  icon: 'go-to-file',
  on: 'container',
  many: false,
  placement: { menu: '6_files@3' },
  async run(context, [target]) {
    if (target) await openFileOf(context, { of: { kind: 'container', id: target.id }, name: containerName(target) });
  },
});
