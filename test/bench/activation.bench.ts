import type { Locator } from 'playwright-core';
import { budgets } from '../../scripts/budgets.ts';
import { until } from '../support/until.ts';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';
import { median, milliseconds, printTable } from './table.ts';

/**
 * How long VS Code itself says that activation took (Developer: Show Running Extensions), in a fresh editor with
 * nothing open and its own extensions at rest, when the views are opened for the first time.
 */
async function activation(): Promise<number> {
  await using workbench = await openWorkbench({ name: 'activation', empty: true, size: { width: 1280, height: 2000 } });
  await settled(await runningExtensions(workbench));
  await workbench.page.keyboard.press('Escape');
  await workbench.openGantry();
  const rows = await runningExtensions(workbench);
  const time = rows.filter({ hasText: 'Gantry' }).locator('.activation-time', { hasText: /\d+ms/ });
  await time.waitFor();
  return Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
}

async function runningExtensions(workbench: WorkbenchTest): Promise<Locator> {
  await workbench.runCommand('Developer: Show Running Extensions');
  const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  await rows.first().waitFor();
  return rows;
}

/** The list says the same twenty times in a row. */
async function settled(rows: Locator): Promise<void> {
  let last = '';
  let same = 0;
  await until('the editor’s own extensions come to rest', async () => {
    const now = (await rows.allInnerTexts()).join('\n');
    same = now === last && !now.includes('Activating') ? same + 1 : 0;
    last = now;
    await rows.page().waitForTimeout(100);
    return same === 20;
  });
}

const runs: number[] = [];
for (let run = 0; run < 5; run += 1) runs.push(await activation());
printTable(
  'Activation, nothing open',
  ['', 'median', 'least', 'most', 'budget'],
  [
    [
      `${runs.length} fresh editors`,
      ...[median(runs), Math.min(...runs), Math.max(...runs)].map(milliseconds),
      milliseconds(budgets.activationMilliseconds),
    ],
  ],
);
