import { expect, test } from 'vitest';
import { openWorkbench } from '../support/workbench.ts';

test('the icon in the activity bar opens the views, and the sample is there to work on', async () => {
  await using workbench = await openWorkbench({ name: 'views' });
  await workbench.openGantry();
  await workbench.view('Images').header.waitFor();
  await workbench.editor.open('Dockerfile');
  await workbench.editor.waitForText('HEALTHCHECK');
  await workbench.screenshot('opened');
  expect((await workbench.editor.lines()).some((line) => line.startsWith('FROM ${BASE} AS'))).toBe(true);
  expect(await workbench.notifications.texts()).toEqual([]);
});
