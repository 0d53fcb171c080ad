import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { openWorkbench } from '../support/workbench.ts';

/** An extension that has another's name and settings, and does nothing. */
async function standIn(folder: string): Promise<string> {
  const path = join(folder, 'hadolint');
  await mkdir(path);
  const manifest = {
    publisher: 'exiasr',
    name: 'hadolint',
    version: '1.1.2',
    engines: { vscode: '^1.91.0' },
    main: './main.js',
    contributes: {
      configuration: { properties: { 'hadolint.maxNumberOfProblems': { type: 'number', default: 100 } } },
    },
  };
  await writeFile(join(path, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(path, 'main.js'), 'exports.activate = () => {};');
  return path;
}

test('beside another linter nothing is doubled, and one click decides who does it', async () => {
  await using folder = await temporaryFolder();
  await using workbench = await openWorkbench({ name: 'neighbors', extensions: [await standIn(folder.path)] });
  const { editor, notifications } = workbench;

  await editor.open('Dockerfile');
  expect(await notifications.read('hadolint also works on Dockerfiles')).toContain('Until you choose');
  // A rule that both know is left to the other; one that only Gantry knows is reported.
  await until('the stage name is underlined', async () => {
    const problems = (await editor.problems()).join('\n');
    return problems.includes('Write the stage name in lower case') && !problems.includes('Use COPY');
  });
  await workbench.screenshot('asked');

  await notifications.press('hadolint also works on', 'Gantry');
  await until('all is reported', async () => (await editor.problems()).join('\n').includes('Use COPY'));
  // The settings are written one after the other, and the first is already obeyed.
  const path = join(workbench.workspace, '.vscode/settings.json');
  const settings = async (): Promise<unknown> => JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as unknown;
  const chosen = { 'gantry.language.dockerfile': 'on', 'hadolint.maxNumberOfProblems': -1 };
  await expect.poll(settings, { timeout: 30_000 }).toEqual(chosen);
  await expect.poll(() => notifications.texts(), { timeout: 30_000 }).toEqual([]);
  await workbench.screenshot('chosen');
});
