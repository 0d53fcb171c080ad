import type { ViewId } from '../../tree/viewOptions.ts';
import { defineCommand, type PlainCommand } from '../command.ts';

export const filterContainers = filter({
  view: 'gantry.containers',
  title: 'Filter containers…',
  prompt: 'Words of the name, image, project, service, state or port; all must be found',
});

export const filterImages = filter({
  view: 'gantry.images',
  title: 'Filter images…',
  prompt: 'Words of the repository, tag or id; all must be found',
});

export const filterVolumes = filter({
  view: 'gantry.volumes',
  title: 'Filter volumes…',
  prompt: 'Words of the name, driver or of a container that uses it; “unused”, “anonymous”; all must be found',
});

export const filterNetworks = filter({
  view: 'gantry.networks',
  title: 'Filter networks…',
  prompt: 'Words of the name, driver, subnet or of a container on it; “unused”; all must be found',
});

function filter({ view, title, prompt }: { view: ViewId; title: string; prompt: string }): PlainCommand {
  return defineCommand({
    id: `${view}.filter`,
    title,
    icon: 'filter',
    placement: { title: { views: [view], group: 'navigation@8', when: `!${view}.narrowed` } },
    async run({ ui, views }) {
      const options = views[view];
      const text = await ui.input({
        title: title.replace(/…$/, ''),
        prompt,
        value: options.choice.filter,
        placeholder: view === 'gantry.containers' ? 'web running' : '',
      });
      if (text !== undefined) options.choose({ filter: text.trim() });
    },
  });
}
