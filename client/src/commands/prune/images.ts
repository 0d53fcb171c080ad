import type { Image } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import type { Ui } from '../../ui/ui.ts';
import { defineCommand } from '../command.ts';
import { deleteImage } from '../image/deleteImage.ts';
import { imageRows, isUntagged, unusedImages } from './imagePlan.ts';
import { freed } from './plan.ts';
import { sweep } from './sweep.ts';

/** Removes images that no container uses: those that are selected from a list of what goes and what it frees. */
export const pruneImages = defineCommand({
  id: 'gantry.images.prune',
  title: 'Prune images…',
  placement: { title: { views: ['gantry.images'], group: '2_prune@1' } },
  async run({ engine, ui }) {
    const [images, containers] = await Promise.all([engine.images.list(), engine.containers.list()]);
    const unused = unusedImages(images, containers);
    if (unused.length === 0) {
      const why = images.length === 0 ? 'there is no image.' : 'every image is used by a container.';
      await ui.notify({ severity: 'info', text: `Nothing to prune: ${why}` });
      return;
    }
    const dismissed = new AbortController();
    try {
      const sizes = engine.images.uniqueSizes(dismissed.signal);
      const chosen = await chooseScope(ui, { unused, sizes });
      if (!chosen) return;
      if (chosen.length === 0) {
        await ui.notify({ severity: 'info', text: 'Nothing to prune: no image is dangling.' });
        return;
      }
      await sweep({
        ui,
        title: 'Prune images',
        noun: 'image',
        icon: 'package',
        items: sizes.then((known) => imageRows(chosen, { sizes: known, now: Date.now() })),
        // An image cannot go before those that were built on it, which are younger.
        compare: (a, b) => b.createdAt - a.createdAt,
        consequence: 'All names of these images go with them. What no registry has must be built anew.',
        remove: (image) => deleteImage(engine, image),
      });
    } finally {
      dismissed.abort();
    }
  },
});

async function chooseScope(
  ui: Ui,
  { unused, sizes }: { unused: readonly Image[]; sizes: Promise<ReadonlyMap<string, number>> },
): Promise<readonly Image[] | undefined> {
  const untagged = unused.filter(isUntagged);
  const description = (images: readonly Image[], known: ReadonlyMap<string, number>): string =>
    images.length === 0
      ? 'none'
      : `${formatCount(images.length, 'image')}, frees ${freed(imageRows(images, { sizes: known, now: 0 }))}`;
  return await ui.pick<readonly Image[]>({
    title: 'Prune which images?',
    placeholder: 'Nothing is removed yet: a list of them comes first',
    choices: sizes.then((known) => [
      {
        label: 'Dangling only',
        description: description(untagged, known),
        detail: 'No tag leads to them, and no container uses them',
        icon: 'circle-slash',
        value: untagged,
      },
      {
        label: 'All unused',
        description: description(unused, known),
        detail: 'No container uses them, running or stopped',
        icon: 'package',
        value: unused,
      },
    ]),
  });
}
