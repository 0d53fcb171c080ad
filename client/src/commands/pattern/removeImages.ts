import { shortId } from '../../tree/nodes/reference.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import type { Choice } from '../../ui/ui.ts';
import { defineCommand, type ImageTarget } from '../command.ts';
import { removeImages } from '../image/remove.ts';
import { imageName, usersOf } from '../names.ts';
import { fitsPattern, parsePattern } from './pattern.ts';

export const removeImagesByPattern = defineCommand({
  id: 'gantry.images.removeByPattern',
  title: 'Remove images by pattern…',
  icon: 'regex',
  placement: { title: { views: ['gantry.images'], group: '2_prune@2' } },
  async run(context) {
    const { store, ui } = context;
    await store.ready();
    if (store.images.size === 0) {
      await ui.notify({ severity: 'info', text: 'There is no image.' });
      return;
    }
    // One object for a row at all times: what is selected stays so.
    const rows = [...store.images.values()].flatMap((image): ImageTarget[] =>
      image.tags.length === 0 ? [{ image }] : image.tags.map((tag) => ({ image, tag })),
    );
    const chosen = await ui.pickMatching<ImageTarget>({
      title: 'Remove images by pattern',
      placeholder: 'web:*   registry.example.com/*   label:com.example=*   id:3f2   state:dangling   /:pr-\\d+$/',
      match: (text) => {
        const pattern = parsePattern(text);
        if (typeof pattern === 'string') return pattern;
        return rows
          .filter((target) => fitsPattern(pattern, textsOf(target)))
          .sort((a, b) => imageName(a).localeCompare(imageName(b)))
          .map((target) => choiceOf(target, usersOf(target.image, store.containers.values()).length));
      },
      summary: (selected) => `${formatCount(selected.length, 'image')} selected`,
    });
    if (!chosen) return;
    if (chosen.length > 0) await removeImages(context, chosen);
    else await ui.notify({ severity: 'info', text: 'No image was selected; nothing was removed.' });
  },
});

function textsOf({ image, tag }: ImageTarget) {
  const { id, dangling, digests, labels } = image;
  const names = tag === undefined ? digests : [tag];
  return {
    name: names,
    image: names,
    id: [id, id.replace(/^sha256:/u, '')],
    state: dangling ? ['dangling'] : [tag === undefined ? 'untagged' : 'tagged'],
    label: Object.entries(labels).flatMap(([key, value]) => [key, `${key}=${value}`]),
  };
}

function choiceOf(target: ImageTarget, users: number): Choice<ImageTarget> {
  const { image } = target;
  return {
    label: imageName(target),
    description: [
      shortId(image.id),
      formatBytes(image.size),
      ...(users === 0 ? [] : [`used by ${formatCount(users, 'container')}`]),
    ].join(' • '),
    icon: image.dangling ? 'circle-slash' : 'package',
    value: target,
  };
}
