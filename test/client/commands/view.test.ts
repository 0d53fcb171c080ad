import { expect, test } from 'vitest';
import { clearContainerFilter } from '../../../client/src/commands/view/clearFilter.ts';
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
  expect(containers.choice).toEqual({ filter: '', runningOnly: false });
  desk.dispose();
});
