import { expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../client/src/engine/engine.ts';
import { collect, startTestEngine } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { openWorkbench } from '../support/workbench.ts';

test('containers are read, entered and removed from their rows', async () => {
  const { engine, run, ...real } = await startTestEngine('ui-commands');
  onTestFinished(() => real.dispose());
  const script =
    'trap "exit 3" TERM; i=0; while :; do i=$((i+1)); echo "$i $(printf "\\033[32mgreen\\033[0m")"; sleep 0.1; done';
  const id = await run({ name: 'gantry-ui-commands', command: ['sh', '-c', script] });
  await using workbench = await openWorkbench({ name: 'commands' });
  const { editor, notifications, page, quickInput, screenshot, terminal } = workbench;
  await workbench.openGantry();
  const row = workbench.view('Containers').row('gantry-ui-commands');
  await row.waitFor();

  await row.action('Show logs');
  await editor.waitForText(/^\d+ green$/);
  await screenshot('logs');
  const lastShown = async (): Promise<number> =>
    Math.max(0, ...(await editor.lines()).map((line) => Number(/^\d+(?= green)/.exec(line)?.[0] ?? 0)));
  const before = await lastShown();
  await until('the end is followed', async () => (await lastShown()) > before + 60);
  await editor.pane.click();
  await page.keyboard.press('Control+Home');
  await editor.waitForText(/^1 green$/);
  const seen = new Date();
  await until('more was written meanwhile', async () => {
    const later = await collectLines(engine, id, seen);
    return later > 30;
  });
  await expect.poll(() => editor.lines()).toContain('1 green');
  await screenshot('logs-scrolled-up');
  await page.keyboard.press('Control+End');

  await row.action('Open shell');
  await terminal.read(/[#$]/);
  await terminal.type('echo in""side; stty size');
  await terminal.read(/inside\n\d+ \d+/);
  await screenshot('shell');

  await row.menu('Send signal…');
  await quickInput.asks('Send a signal to gantry-ui-commands');
  await screenshot('signals');
  await quickInput.answer('term');
  await editor.waitForText('has stopped with exit code 3');
  await screenshot('logs-stopped');

  await row.action('Remove…');
  await expect.poll(() => notifications.question()).toContain('Remove gantry-ui-commands?');
  await screenshot('remove');
  await notifications.confirm('Remove');
  await row.locator.waitFor({ state: 'detached' });
  await editor.waitForText('was removed');
});

test('an image is built from the editor and run from its row', async () => {
  const { engine, ...real } = await startTestEngine('ui-build');
  onTestFinished(async () => {
    // What the sample's Dockerfile makes carries no label of the suite's.
    const made = (await engine.containers.list()).filter(({ image }) => image === 'gantry-ui-build:1');
    for (const { id } of made) await engine.containers.remove(id, { force: true });
    await engine.images.remove('gantry-ui-build:1').catch(() => {});
    await real.dispose();
  });
  await using workbench = await openWorkbench({ name: 'build' });
  const { editor, notifications, page, quickInput, screenshot, terminal } = workbench;
  await workbench.openGantry();
  await editor.open('Dockerfile');
  await workbench.runCommand('Gantry Images: Build image…');
  await quickInput.asks('Which Dockerfile');
  await quickInput.accept();
  await until('the form', async () => (await quickInput.question()).includes('Build Dockerfile in'));
  await screenshot('form');
  await quickInput.pick('Target stage');
  await quickInput.asks('Target stage');
  await expect.poll(() => quickInput.entries()).toContainEqual(expect.stringContaining('Pages'));
  await screenshot('stages');
  await quickInput.pick('The last one');
  await quickInput.pick('Tag');
  await quickInput.answer('gantry-ui-build:1', 'Tag');
  await until('the form again', async () => (await quickInput.question()).includes('Build Dockerfile in'));
  await quickInput.accept();
  await screenshot('building');
  await notifications.read('Built gantry-ui-build:1');
  await screenshot('built');
  await notifications.press('Built gantry-ui-build:1', 'Run…');
  await until('the form', async () => (await quickInput.question()).includes('Run gantry-ui-build:1'));
  await screenshot('run-form');
  await quickInput.pick('When it ends');
  await quickInput.pick('remove it (--rm)');
  await quickInput.row('When it ends').filter({ hasText: '--rm' }).waitFor();
  await quickInput.pick('Command');
  await quickInput.answer('sh', 'Command');
  await quickInput.pick('Run in a terminal');
  await terminal.read(/[#$]/);
  await terminal.type('echo run""ning');
  await terminal.read('running');
  await screenshot('run-terminal');
  await terminal.type('exit 2');
  await terminal.read('ended with exit code 2');
  await screenshot('run-ended');
  await page.keyboard.press('x');
});

/** How many lines a container has written since then. */
async function collectLines({ containers }: Engine, id: string, since: Date): Promise<number> {
  const options = { follow: false, since: since.getTime() };
  return (await collect(containers.logs(id, options, new AbortController().signal))).length;
}
