import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';

/** What the sample project makes carries this label, which is written into its file before. */
const suite = 'compose-project';

test('a project is brought up, changed, brought up again, read and taken down from its file', async () => {
  const real = await startTestEngine(suite);
  onTestFinished(() => dispose(real));
  await using workbench = await openWorkbench({ name: 'compose' });
  const { editor, notifications, page, screenshot, terminal, view, workspace } = workbench;
  const file = join(workspace, 'compose.yaml');
  const port = await freePort();
  await prepare(file, port);
  await editor.open('compose.yaml');
  await lens(workbench, 'Up').waitFor();
  await screenshot('offered');

  await lens(workbench, 'Up').click();
  await terminal.read(/Creating tide.watch.1 \.\.\. done/);
  await lens(workbench, '2/2 running, healthy').waitFor();
  await lens(workbench, `127.0.0.1:${port}`).waitFor();
  await screenshot('up');
  expect(await harbour(port)).toContain('Port Ellen');

  await workbench.openGantry();
  const group = view('Containers').row('tide');
  await group.waitFor();
  expect(await group.text()).toContain('2/2 running');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Port Ellen', 'Port Askaig'));
  await editor.waitForText('Port Askaig');
  await group.menu('Compose up');
  await terminal.read(/Recreating tide.web.1 +\.\.\. done/);
  // The same tab, below what was there.
  await until('it is the new one', async () => (await harbour(port)).includes('Port Askaig'));
  await screenshot('changed');

  await page.keyboard.press('Control+J');
  await lens(workbench, 'Logs').click();
  await editor.waitForText(/web.1 +\| /);
  await screenshot('logs');
  await page.keyboard.press('Control+W');

  await until('it asks', async () => {
    // The lines above the file are drawn anew with each change of a container: a click may meet one that is gone.
    await lens(workbench, 'Down').click();
    return notifications.dialog.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  const question = await notifications.question();
  expect(question).toContain('Take tide down?');
  expect(question).toMatch(/2 containers: tide.\w+.1 \(running\) and tide.\w+.1 \(running\)/);
  expect(question).toContain('1 network: tide_default');
  await screenshot('down');
  await notifications.confirm('Take down');
  await lens(workbench, 'not started').waitFor();
  await group.locator.waitFor({ state: 'detached' });
  const left = await real.engine.containers.list({ labels: [`dev.gantry.test=${suite}`] });
  expect(left).toEqual([]);
  expect((await real.engine.networks.list()).map(({ name }) => name)).not.toContain('tide_default');
});

/** The first of the lines above the file or a service with this text. */
function lens({ page }: WorkbenchTest, text: string): ReturnType<WorkbenchTest['page']['locator']> {
  return page.locator('.editor-group-container .codelens-decoration > *', { hasText: text }).first();
}

async function harbour(port: number): Promise<string> {
  return fetch(`http://127.0.0.1:${port}/cgi-bin/tide`).then(
    (answer) => answer.text(),
    () => '',
  );
}

async function prepare(file: string, port: number): Promise<void> {
  const text = await readFile(file, 'utf8');
  const labelled = (line: string): string => `${line}\n    labels:\n      dev.gantry.test: ${suite}`;
  await writeFile(
    file,
    text
      // The old Compose of Debian does not know the key; the folder gives the same name.
      .replace(/^name: .*\n\n/m, '')
      .replace('${PORT:-8080}', String(port))
      .replaceAll(/^ {4}image: .*$/gm, labelled),
  );
}

/** The project's own image, which no label tells, and a network that a failed test has left. */
async function dispose(real: TestEngine): Promise<void> {
  const own = (await real.engine.containers.list({ labels: [`dev.gantry.test=${suite}`] })).map(({ id }) => id);
  for (const id of own) await real.engine.containers.remove(id, { force: true });
  await real.engine.images.remove('tide/web:1.0.0').catch(() => {});
  for (const { id, name } of await real.engine.networks.list())
    if (name === 'tide_default') await real.raw({ method: 'DELETE', path: `/networks/${id}` }).catch(() => {});
  await real.dispose();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
