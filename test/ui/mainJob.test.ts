import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';

test('a day’s work: mend the Dockerfile, build it, run it, look inside, push it, tidy up', async () => {
  await using workbench = await openWorkbench({ name: 'main-job' });
  await workbench.openGantry();
  await mend(workbench);
});

/** Sees a finding, applies its fix, and completes an instruction. */
async function mend({ editor, page, screenshot, workspace }: WorkbenchTest): Promise<void> {
  await editor.open('Dockerfile');
  expect(await editor.problems()).toContainEqual(expect.stringContaining('Use COPY for files and folders'));
  await screenshot('finding');
  await editor.goTo(7, 2);
  expect(await editor.fixes()).toContain('Use COPY');
  await screenshot('fix-offered');
  await editor.applyFix('Use COPY');
  await editor.waitForText('COPY site ./site');
  await editor.goTo(16, 12);
  await page.keyboard.press('Enter');
  await editor.type('STOP');
  expect(await editor.completions()).toContainEqual(expect.stringContaining('STOPSIGNAL'));
  await screenshot('completion');
  await page.keyboard.press('Enter');
  await editor.waitForText(/^STOPSIGNAL /);
  await editor.type('SIGINT');
  await editor.save();
  await until('no finding about ADD is left', async () => !(await editor.problems()).join('\n').includes('Use COPY'));
  await screenshot('mended');
  const text = await readFile(join(workspace, 'Dockerfile'), 'utf8');
  expect(text).toContain('COPY site ./site\n');
  expect(text).toContain('EXPOSE 8080\nSTOPSIGNAL SIGINT\nHEALTHCHECK');
}
