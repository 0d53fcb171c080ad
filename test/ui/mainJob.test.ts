import { appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEcrStandIn, type EcrStandIn } from '../support/ecr.ts';
import { startTestEngine } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';

/** Everything that the walk makes carries this label and these names, and is removed by them. */
const suite = 'main-job';
const repository = 'gantry-test/tide';
const image = `${repository}:day`;
const container = 'gantry-test-tide';

test('a day’s work: mend the Dockerfile, build it, run it, look inside, push it, tidy up', async () => {
  const real = await startTestEngine(suite);
  try {
    await using ecr = await startEcrStandIn();
    await using workbench = await openWorkbench({ name: suite, env: ecr.env });
    await appendFile(join(workbench.workspace, 'Dockerfile'), `LABEL dev.gantry.test=${suite}\n`);
    await workbench.openGantry();
    await mend(workbench);
    await build(workbench);
    const port = await run(workbench);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('Version dev');
    await lookInside(workbench);
    await push(workbench, ecr);
    await tidyUp(workbench, ecr);
    expect((await real.engine.containers.list()).map(({ name }) => name)).not.toContain(container);
    expect((await real.engine.images.list()).flatMap(({ tags }) => tags)).not.toContain(image);
  } finally {
    await real.dispose();
  }
});

/** Sees a finding, applies its fix, and completes an instruction. */
async function mend({ editor, page, screenshot, workspace }: WorkbenchTest): Promise<void> {
  await editor.open('Dockerfile');
  await expect.poll(() => editor.problems()).toContainEqual(expect.stringContaining('Use COPY for files and folders'));
  await screenshot('finding');
  await editor.goTo(7, 2);
  expect(await editor.fixes('Use COPY')).toContain('Use COPY');
  await screenshot('fix-offered');
  await editor.applyFix('Use COPY');
  await editor.waitForText('COPY site ./site');
  await editor.goTo(16, 12);
  await page.keyboard.press('Enter');
  await editor.type('STOP');
  await expect.poll(() => editor.completions()).toContainEqual(expect.stringContaining('STOPSIGNAL'));
  await screenshot('completion');
  await page.keyboard.press('Enter');
  await editor.waitForText(/^STOPSIGNAL /);
  await editor.type('SIGKILL');
  await editor.save();
  await until('no finding about ADD is left', async () => !(await editor.problems()).join('\n').includes('Use COPY'));
  await screenshot('mended');
  const saved = (): Promise<string> => readFile(join(workspace, 'Dockerfile'), 'utf8');
  await expect.poll(saved, { timeout: 30_000 }).toContain('COPY site ./site\n');
  await expect.poll(saved, { timeout: 30_000 }).toContain('EXPOSE 8080\nSTOPSIGNAL SIGKILL\nHEALTHCHECK');
}

/** Builds it under a tag of its own; the image appears by itself. */
async function build({ notifications, page, quickInput, runCommand, screenshot, view }: WorkbenchTest): Promise<void> {
  await runCommand('Gantry Images: Build image…');
  await quickInput.asks('Which Dockerfile');
  await quickInput.pick('Dockerfile');
  await quickInput.pick('Tag');
  await quickInput.answer(image, 'Tag');
  await quickInput.row('Build').filter({ hasText: image }).waitFor();
  await screenshot('build-form');
  await quickInput.pick('Build');
  await notifications.read(`Built ${image}`);
  await view('Images').row(repository).waitFor();
  // The line above the FROM says how it went.
  await page
    .locator('.codelens-decoration', { hasText: /Build image\s·\sbuilt/ })
    .first()
    .waitFor();
  await screenshot('built');
}

/** Runs it with a port that is free, and sees it running and healthy; answers the port. */
async function run(workbench: WorkbenchTest): Promise<number> {
  const { notifications, page, quickInput, screenshot, view } = workbench;
  const port = await freePort();
  // The long texts of a build; the views are what matters now.
  await page.keyboard.press('Control+J');
  await notifications.dismissAll();
  await imageRow(workbench).menu('Run…');
  await quickInput.pick('Name');
  await quickInput.answer(container, 'Name');
  await quickInput.pick('Ports');
  await quickInput.pick('8080:8080');
  await quickInput.answer(`${port}:8080`, 'Change a port');
  await quickInput.pick('Done');
  await quickInput
    .row('Run in the background')
    .filter({ hasText: `${port}:8080` })
    .waitFor();
  await screenshot('run-form');
  await quickInput.pick('Run in the background');
  await notifications.read(`${container} was started`);
  const row = view('Containers').row(container);
  await row.waitFor();
  await expect.poll(() => row.text()).toMatch(new RegExp(`${port} → 8080 · Up`));
  await until('it is healthy', async () => /healthy/.test((await row.locator.getAttribute('aria-label')) ?? ''));
  await row.expand();
  await screenshot('running');
  return port;
}

/** Opens a shell in a terminal and reads an answer. */
async function lookInside({ notifications, screenshot, terminal, view }: WorkbenchTest): Promise<void> {
  await notifications.dismissAll();
  await view('Containers').row(container).action('Open shell');
  await terminal.read(/[$#] ?$/);
  await terminal.type('echo ahoy from $TIDE_HARBOUR');
  await terminal.read(/^ahoy from Port Ellen$/m);
  await screenshot('shell');
}

/** Pushes it to a repository that is made on the way, and reads the same digest in the registry. */
async function push(workbench: WorkbenchTest, ecr: EcrStandIn): Promise<void> {
  const { notifications, quickInput, screenshot } = workbench;
  await imageRow(workbench).menu('Push to Amazon ECR…');
  await quickInput.pick('default');
  await quickInput.pick(ecr.region);
  await quickInput.pick('Create repository…');
  await quickInput.asks('Name of the new repository');
  await screenshot('push-repository');
  await quickInput.answer(repository, 'Name of the new repository');
  await quickInput.row('Scan on push').waitFor();
  await quickInput.asks(`Create ${repository}`);
  await quickInput.accept();
  await quickInput.asks(`Tag in ${repository}`);
  await quickInput.accept();
  const message = await notifications.read('Pushed');
  expect(message).toContain(`${ecr.host}/${repository}:day`);
  const digest = await ecr.digestOf(repository, 'day');
  expect(digest).toMatch(/^sha256:/);
  expect(message).toContain(digest);
  // The progress goes a moment later.
  await expect.poll(() => notifications.texts()).toHaveLength(1);
  await screenshot('pushed');
}

/** Stops and removes the container, and prunes the image from a list that shows what goes. */
async function tidyUp(workbench: WorkbenchTest, ecr: EcrStandIn): Promise<void> {
  const { notifications, quickInput, runCommand, screenshot, view } = workbench;
  await notifications.dismissAll();
  const row = view('Containers').row(container);
  await row.action('Stop');
  await row.locator.filter({ hasText: 'Exited' }).waitFor();
  await screenshot('stopped');
  await row.menu('Remove…');
  await expect.poll(() => notifications.question()).toContain(`Remove ${container}?`);
  await screenshot('remove');
  await notifications.confirm('Remove');
  await row.locator.waitFor({ state: 'detached' });
  await runCommand('Gantry: Prune images…');
  await quickInput.pick('All unused');
  await quickInput.row('All unused').waitFor({ state: 'hidden' });
  // One image, by both its names.
  await quickInput.chooseOnly([`${ecr.host}/${image} and ${image}`]);
  await screenshot('prune-preview');
  await expect.poll(() => quickInput.question()).toMatch(/1 of \d+ selected/);
  await quickInput.accept();
  await expect.poll(() => notifications.question()).toContain('Remove 1 image and free');
  await screenshot('prune-question');
  await notifications.confirm('Remove');
  await imageRow(workbench).locator.waitFor({ state: 'detached' });
  await notifications.read(/Removed 1 image/);
  await screenshot('pruned');
}

function imageRow({ view }: WorkbenchTest): ReturnType<ReturnType<WorkbenchTest['view']>['row']> {
  return view('Images').row(/^day$/);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
