import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startTestEngine } from '../support/engine.ts';
import { openWorkbench } from '../support/workbench.ts';

const busy = ['sh', '-c', 'while true; do i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; sleep 0.2; done'];

test('the charts of containers: live, paused, exported, in light, dark and high contrast', async () => {
  const { engine, create, ...real } = await startTestEngine('ui-stats');
  onTestFinished(() => real.dispose());
  const web = await create({ name: 'gantry-ui-stats-web', command: busy });
  const db = await create({ name: 'gantry-ui-stats-db', command: ['sleep', '600'] });
  await engine.containers.start(web);
  await engine.containers.start(db);
  await using workbench = await openWorkbench({ name: 'stats', size: { width: 1400, height: 900 } });
  const { page, quickInput, runCommand, screenshot, workspace } = workbench;
  await workbench.openGantry();
  await workbench.view('Containers').row('gantry-ui-stats-web').waitFor();
  await runCommand('Gantry: Show stats of all running containers');
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const row = panel.getByRole('row', { name: 'gantry-ui-stats-web' });
  const cells = (): Promise<string[]> => row.getByRole('cell').allInnerTexts();
  await expect
    .poll(cells)
    .toEqual([
      expect.stringMatching(/^[1-9]\d*\.\d %$/),
      expect.stringMatching(/^\d.* of .*B$/),
      ...Array.from({ length: 4 }, () => expect.stringMatching(/B\/s$/)),
      expect.stringMatching(/^[12]$/),
    ]);
  const box = row.getByRole('checkbox');
  expect(await panel.locator('canvas').count()).toBe(5);

  // By the keyboard: pause, and the numbers stand still; the lines of one are hidden and shown.
  await panel.getByRole('button', { name: 'Pause' }).press('Enter');
  await panel.getByText('Paused. What comes meanwhile is kept.').waitFor();
  await box.press('Space');
  expect(await box.isChecked()).toBe(false);
  await box.press('Space');
  await panel.getByRole('button', { name: 'Resume' }).press('Enter');
  await panel.getByRole('button', { name: 'Pause' }).waitFor();

  await engine.containers.stop(db, { timeoutSeconds: 0 });
  await panel.getByRole('row', { name: /gantry-ui-stats-db – –/ }).waitFor();
  await screenshot('light');

  await panel.getByRole('button', { name: 'Export CSV…' }).click();
  await quickInput.asks('Export the stats');
  await quickInput.accept();
  const file = join(workspace, 'stats-all-containers.csv');
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('gantry-ui-stats-web');

  await runCommand('Preferences: Toggle between Light/Dark Themes');
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await expect.poll(async () => (await cells())[0]).toMatch(/%$/);
  await screenshot('dark');
  await runCommand('Preferences: Color Theme');
  await quickInput.answer('Dark High Contrast');
  await page.locator('.monaco-workbench.hc-black').waitFor();
  await screenshot('high-contrast');
});
