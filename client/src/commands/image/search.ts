import type { FoundImage } from '../../engine/port/image.ts';
import { formatCount } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { parseReference, withDefaultTag } from '../../registry/reference.ts';
import { pullReference } from './pull.ts';

/** The one command that asks Docker Hub what there is; nothing is sent before the words are entered. */
export const searchHub = defineCommand({
  id: 'gantry.images.search',
  title: 'Search Docker Hub…',
  icon: 'search',
  placement: { title: { views: ['gantry.images'], group: '1_files@3' } },
  async run(context) {
    const { engine, services, ui } = context;
    const last = services.recall('search');
    const typed = await ui.input({
      title: 'Search Docker Hub',
      prompt: 'What to look for; the engine sends it to Docker Hub',
      value: typeof last === 'string' ? last : '',
      validate: (text) => (text.trim() === '' ? 'A word is expected.' : undefined),
    });
    if (typed === undefined) return;
    const term = typed.trim();
    await services.remember('search', term);
    const found = await ui.progress(
      { title: `Searching Docker Hub for ${term}`, cancellable: true },
      (_report, signal) => engine.images.search(term, { limit: 100 }, signal),
    );
    if (found.length === 0) {
      await ui.notify({ severity: 'info', text: `Docker Hub has no image for “${term}”.` });
      return;
    }
    const picked = await ui.pick<FoundImage>({
      title: `${formatCount(found.length, 'image')} for ${term}`,
      placeholder: 'Choose one to pull it',
      choices: found
        .toSorted((a, b) => Number(b.official) - Number(a.official) || b.stars - a.stars)
        .map((image) => ({
          label: image.name,
          description: [...(image.official ? ['official'] : []), formatCount(image.stars, 'star')].join(' • '),
          detail: image.description,
          icon: image.official ? 'verified' : 'package',
          value: image,
        })),
    });
    if (picked) await pullReference(context, withDefaultTag(parseReference(picked.name)));
  },
});
