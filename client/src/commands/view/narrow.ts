import type { Container } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import type { Choice } from '../../ui/ui.ts';
import { defineCommand } from '../command.ts';

export const filterByLabel = defineCommand({
  id: 'gantry.containers.filterByLabel',
  title: 'Filter containers by label…',
  placement: { title: { views: ['gantry.containers'], group: '2_filter@1' } },
  async run({ store, ui, views }) {
    await store.ready();
    const options = views['gantry.containers'];
    const label = await ui.pick({
      title: 'Containers with a label',
      placeholder: 'A label, or a label and its value: key=value',
      choices: [anything(options.choice.label), ...labelChoices([...store.containers.values()], options.choice.label)],
      custom: (text) => ({ label: text.trim(), icon: 'tag', value: text.trim() }),
    });
    if (label !== undefined) options.choose({ label });
  },
});

export const filterByNetwork = defineCommand({
  id: 'gantry.containers.filterByNetwork',
  title: 'Filter containers by network…',
  placement: { title: { views: ['gantry.containers'], group: '2_filter@2' } },
  async run({ store, ui, views }) {
    await store.ready();
    const options = views['gantry.containers'];
    const containers = [...store.containers.values()];
    const names = new Set(containers.flatMap(({ networks }) => networks.map(({ name }) => name)));
    const network = await ui.pick({
      title: 'Containers on a network',
      choices: [
        anything(options.choice.network),
        ...[...names].sort().map((name) => {
          const on = containers.filter(({ networks }) => networks.some((one) => one.name === name));
          const description = formatCount(on.length, 'container');
          const icon = 'type-hierarchy-sub';
          return { label: name, description, icon, picked: name === options.choice.network, value: name };
        }),
      ],
    });
    if (network !== undefined) options.choose({ network });
  },
});

function anything(chosen: string): Choice<string> {
  return { label: 'All containers', icon: 'clear-all', picked: chosen === '', value: '' };
}

/** The labels that containers have: each by itself, and with each value where it has more than one. */
function labelChoices(containers: readonly Container[], chosen: string): Choice<string>[] {
  const counts = new Map<string, number>();
  const note = (text: string): void => {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  };
  for (const { labels } of containers)
    for (const [key, value] of Object.entries(labels)) {
      note(key);
      // What is longer is a record of compose or of an image's maker: nobody picks by it.
      if (value !== '' && value.length <= 80) note(`${key}=${value}`);
    }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, count]) => ({
      label: text,
      description: formatCount(count, 'container'),
      icon: 'tag',
      picked: text === chosen,
      value: text,
    }));
}
