import { expect, test } from 'vitest';
import { openWorkbench } from '../support/workbench.ts';

test('the icon in the activity bar opens the views, and the sample is there to work on', async () => {
  await using workbench = await openWorkbench({ name: 'views' });
  await workbench.openGantry();
  await workbench.view('Images').header.waitFor();
  await workbench.editor.open('Dockerfile');
  await workbench.editor.waitForText('HEALTHCHECK');
  await workbench.screenshot('opened');
  // Its file is read, and the server answers: what the FROM names stands in its line.
  await workbench.editor.waitForText(/^FROM \$\{BASE\} ?= gantry-sample\/base:1 AS Pages/);
  expect(await workbench.notifications.texts()).toEqual([]);
});
