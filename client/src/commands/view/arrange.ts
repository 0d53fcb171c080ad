import type { Store } from '../../store/store.ts';
import type { Grouping, Sorting, ViewChoice } from '../../tree/viewChoice.ts';
import type { ViewId } from '../../tree/viewOptions.ts';
import type { Choice, Ui } from '../../ui/ui.ts';
import { defineCommand, type PlainCommand } from '../command.ts';

type Row<T> = readonly [value: T, label: string, icon: string];

const groupRows: readonly Row<Grouping>[] = [
  ['project', 'Compose project or stack', 'layers'],
  ['network', 'Network', 'type-hierarchy-sub'],
  ['image', 'Image', 'package'],
  ['label', 'Label…', 'tag'],
  ['none', 'No groups', 'list-flat'],
];

export const groupContainers = defineCommand({
  id: 'gantry.containers.group',
  title: 'Group containers by…',
  icon: 'group-by-ref-type',
  placement: { title: { views: ['gantry.containers'], group: '3_arrange@1' } },
  async run({ store, ui, views }) {
    const options = views['gantry.containers'];
    const group = await ui.pick({
      title: 'Group containers by',
      choices: choicesOf(groupRows, options.choice.group),
    });
    if (group === undefined) return;
    if (group === 'asSet') options.choose({ group: undefined, groupLabel: undefined });
    else if (group !== 'label') options.choose({ group });
    else {
      const groupLabel = await pickLabel({ store, ui }, options.choice);
      if (groupLabel !== undefined) options.choose({ group, groupLabel });
    }
  },
});

const sortRows: Readonly<Record<Sorting, Row<Sorting>>> = {
  name: ['name', 'Name', 'sort-precedence'],
  created: ['created', 'Newest first', 'history'],
  state: ['state', 'What runs first', 'circle-filled'],
  image: ['image', 'Image', 'package'],
  size: ['size', 'Largest first', 'graph'],
};

export const sortContainers = sort('gantry.containers', ['name', 'created', 'state', 'image']);
export const sortImages = sort('gantry.images', ['name', 'created', 'size']);

function sort(view: ViewId, by: readonly Sorting[]): PlainCommand {
  const noun = view.replace('gantry.', '');
  return defineCommand({
    id: `${view as 'gantry.'}.sort`,
    title: `Sort ${noun} by…`,
    icon: 'sort-precedence',
    placement: { title: { views: [view], group: '3_arrange@2' } },
    async run({ ui, views }) {
      const options = views[view];
      const rows = by.map((word) => sortRows[word]);
      const picked = await ui.pick({ title: `Sort ${noun} by`, choices: choicesOf(rows, options.choice.sort) });
      if (picked !== undefined) options.choose({ sort: picked === 'asSet' ? undefined : picked });
    },
  });
}

function choicesOf<T extends string>(rows: readonly Row<T>[], chosen: T): Choice<T | 'asSet'>[] {
  return [
    ...rows.map(([value, label, icon]) => ({ label, icon, value, picked: value === chosen })),
    { label: 'As the settings say', icon: 'settings-gear', value: 'asSet', separator: 'Of this workspace no choice' },
  ];
}

async function pickLabel(
  { store, ui }: { readonly store: Store; readonly ui: Ui },
  { groupLabel }: ViewChoice,
): Promise<string | undefined> {
  await store.ready();
  const keys = new Set([...store.containers.values()].flatMap(({ labels }) => Object.keys(labels)));
  return await ui.pick({
    title: 'Group containers by the label',
    placeholder: 'The label’s name, com.example.team',
    choices: [...keys].sort().map((key) => ({ label: key, icon: 'tag', value: key, picked: key === groupLabel })),
    custom: (text) => ({ label: text.trim(), icon: 'tag', value: text.trim() }),
  });
}
