import { wide } from '../../tree/viewChoice.ts';
import type { ViewId } from '../../tree/viewOptions.ts';
import { defineCommand, type PlainCommand } from '../command.ts';

export const clearContainerFilter = clearFilter({ view: 'gantry.containers', title: 'Show all containers' });
export const clearImageFilter = clearFilter({ view: 'gantry.images', title: 'Show all images' });
export const clearVolumeFilter = clearFilter({ view: 'gantry.volumes', title: 'Show all volumes' });
export const clearNetworkFilter = clearFilter({ view: 'gantry.networks', title: 'Show all networks' });

function clearFilter({ view, title }: { view: ViewId; title: string }): PlainCommand {
  return defineCommand({
    id: `${view}.clearFilter`,
    title,
    icon: 'filter-filled',
    enablement: `${view}.narrowed`,
    placement: { title: { views: [view], group: 'navigation@8', when: `${view}.narrowed` } },
    async run({ views }) {
      views[view].choose(wide);
    },
  });
}
