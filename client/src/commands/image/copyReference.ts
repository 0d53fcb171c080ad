import { defineCommand } from '../command.ts';

/** Copies what `docker run` takes: the tag, else a digest, else the id. */
export const copyImageReference = defineCommand({
  id: 'gantry.image.copyReference',
  title: 'Copy reference',
  on: 'image',
  many: true,
  placement: { menu: '5_copy@1' },
  run: ({ ui }, targets) =>
    ui.copy(targets.map(({ image, tag }) => tag ?? image.tags[0] ?? image.digests[0] ?? image.id).join('\n')),
});
