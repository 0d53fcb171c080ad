import { expect, test } from 'vitest';
import { clearContainerFilter } from '../../../client/src/commands/view/clearFilter.ts';
import { groupContainers, sortContainers } from '../../../client/src/commands/view/arrange.ts';
import { filterByLabel, filterByNetwork } from '../../../client/src/commands/view/narrow.ts';
import { showWorkspaceOnly } from '../../../client/src/commands/view/workspaceOnly.ts';
import { filterContainers, filterImages } from '../../../client/src/commands/view/filter.ts';
import { showRunningOnly, showStoppedToo } from '../../../client/src/commands/view/runningOnly.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

test('a filter is of its own view; dismissed it stays, emptied it goes', async () => {
  const desk = await openDesk(new MemoryEngine());
  const { 'gantry.containers': containers, 'gantry.images': images } = desk.context.views;
  desk.ui.onInput('Filter containers', ' web db ');
  await desk.use(filterContainers);
  expect([containers.choice.filter, images.choice.filter]).toEqual(['web db', '']);
  desk.ui.onInput('Filter containers');
  await desk.use(filterContainers);
  expect(containers.choice.filter).toBe('web db');
  desk.ui.onInput('Filter containers', '');
  await desk.use(filterContainers);
  expect(containers.choice.filter).toBe('');
  desk.ui.onInput('Filter images', 'alpine');
  await desk.use(filterImages);
  expect(images.choice.filter).toBe('alpine');
  desk.dispose();
});

test('running only, and everything again', async () => {
  const desk = await openDesk(new MemoryEngine());
  const { 'gantry.containers': containers } = desk.context.views;
  await desk.use(showRunningOnly);
  expect(containers.choice.runningOnly).toBe(true);
  await desk.use(showStoppedToo);
  expect(containers.choice.runningOnly).toBe(false);
  containers.choose({ filter: 'web', runningOnly: true });
  await desk.use(clearContainerFilter);
  expect(containers.choice).toMatchObject({ filter: '', runningOnly: false });
  desk.dispose();
});

test('this workspace only needs a folder', async () => {
  const desk = await openDesk(new MemoryEngine());
  const { 'gantry.containers': containers } = desk.context.views;
  await desk.use(showWorkspaceOnly);
  expect(containers.choice.workspaceOnly).toBe(false);
  expect(desk.ui.notifications.at(-1)?.text).toContain('No folder is open');
  desk.services.folders.push('/home/me/shop');
  await desk.use(showWorkspaceOnly);
  expect(containers.choice.workspaceOnly).toBe(true);
  desk.dispose();
});

test('by label and by network, from what there is', async () => {
  const engine = new MemoryEngine();
  engine.addContainer({ labels: { team: 'red' }, networks: [{ name: 'edge', id: 'e' }] });
  engine.addContainer({ labels: { team: 'blue' } });
  const desk = await openDesk(engine);
  const { 'gantry.containers': containers } = desk.context.views;
  desk.ui.onPick('Containers with a label', 'team=red', (rows) => {
    expect(rows.map(({ label, description }) => [label, description])).toEqual([
      ['All containers', undefined],
      ['team', '2 containers'],
      ['team=blue', '1 container'],
      ['team=red', '1 container'],
    ]);
  });
  await desk.use(filterByLabel);
  desk.ui.onPick('Containers on a network', 'edge');
  await desk.use(filterByNetwork);
  expect(containers.choice).toMatchObject({ label: 'team=red', network: 'edge' });
  await desk.use(clearContainerFilter);
  expect(containers.choice).toMatchObject({ label: '', network: '' });
  desk.dispose();
});

test('groups and order, and back to what the settings say', async () => {
  const engine = new MemoryEngine();
  engine.addContainer({ labels: { team: 'red' } });
  const desk = await openDesk(engine);
  const { 'gantry.containers': containers } = desk.context.views;
  desk.ui.onPick('Group containers by', 'Label…').onPick('Group containers by the label', 'team');
  await desk.use(groupContainers);
  desk.ui.onPick('Sort containers by', 'Newest first');
  await desk.use(sortContainers);
  expect(containers.choice).toMatchObject({ group: 'label', groupLabel: 'team', sort: 'created' });
  desk.ui.onPick('Group containers by', 'As the settings say');
  await desk.use(groupContainers);
  expect(containers.choice).toMatchObject({ group: 'project', groupLabel: '', sort: 'created' });
  desk.dispose();
});
