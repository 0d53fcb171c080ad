import { expect, onTestFinished, test } from 'vitest';
import { startTestEngine } from '../support/engine.ts';
import { openWorkbench } from '../support/workbench.ts';

test('containers are removed by a pattern, by the keyboard alone', async () => {
  const { engine, create, ...real } = await startTestEngine('ui-pattern');
  onTestFinished(() => real.dispose());
  for (const name of ['gantry-ui-pr-1', 'gantry-ui-pr-2', 'gantry-ui-kept']) await create({ name });
  await using workbench = await openWorkbench({ name: 'pattern' });
  const { notifications, page, quickInput, screenshot } = workbench;
  await workbench.openGantry();
  await workbench.view('Containers').row('gantry-ui-pr-1').waitFor();
  await workbench.runCommand('Gantry: Remove containers by pattern…');
  await quickInput.asks('Remove containers by pattern');
  const input = quickInput.box.locator('input:not([type=checkbox])').last();
  const title = (): Promise<string> => quickInput.box.locator('.quick-input-title').innerText();

  await input.fill('/gantry-ui-(/');
  await expect.poll(title).toContain('Not a regular expression');
  await screenshot('wrong');
  // What is wrong cannot be accepted: the box stays.
  await page.keyboard.press('Enter');
  await expect.poll(title).toContain('Not a regular expression');

  // The editor's own filter would find none of these by this text.
  await input.fill('/^gantry-ui-pr-\\d$/');
  await expect.poll(() => quickInput.entries()).toHaveLength(2);
  await expect.poll(title).toContain('2 containers selected');
  await expect
    .poll(() => quickInput.entries())
    .toContainEqual(expect.stringMatching(/gantry-ui-pr-1.*Created.*B written/));
  await screenshot('matches');
  await page.keyboard.press('Enter');
  await expect.poll(() => notifications.question()).toContain('Remove 2 containers?');
  await screenshot('question');
  await notifications.confirm('Remove all 2');
  await workbench.view('Containers').row('gantry-ui-pr-2').locator.waitFor({ state: 'detached' });
  const names = (await engine.containers.list()).map(({ name }) => name);
  expect(names).toContain('gantry-ui-kept');
  expect(names).not.toContain('gantry-ui-pr-1');
});
