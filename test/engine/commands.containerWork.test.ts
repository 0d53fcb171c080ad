import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { commitContainer } from '../../client/src/commands/container/commit.ts';
import { copyFromContainer } from '../../client/src/commands/container/copyFrom.ts';
import { copyToContainer } from '../../client/src/commands/container/copyTo.ts';
import { showChangedFiles } from '../../client/src/commands/container/diff.ts';
import { exportContainer } from '../../client/src/commands/container/export.ts';
import { startAttached } from '../../client/src/commands/container/startAttached.ts';
import { showProcesses } from '../../client/src/commands/container/top.ts';
import { updateContainer } from '../../client/src/commands/container/update.ts';
import { waitForEnd } from '../../client/src/commands/container/wait.ts';
import { containerRow, deskTest, seen } from '../support/deskTest.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';

const test = deskTest('commands-work');

test('start and attach sees the output from its beginning, and the exit code', async ({ real, desk }) => {
  const id = await real.create({ command: ['sh', '-c', 'echo first; exit 4'] });
  await desk.use(startAttached, await containerRow(desk, id));
  const [terminal] = desk.ui.terminals;
  await until('the end', () => seen(terminal).includes('ended with exit code 4'));
  expect(seen(terminal)).toContain('first\r\n');
  const talking = await real.create({ interactive: true, command: ['sh'] });
  await desk.use(startAttached, await containerRow(desk, talking));
  const other = desk.ui.terminals[1];
  other?.type('echo wo""rd; exit 5\r');
  await until('the end', () => seen(other).includes('ended with exit code 5'));
  expect(seen(other)).toMatch(/word\r\n/);
});

test('processes, changed files and the end are told', async ({ real, desk }) => {
  const command = ['sh', '-c', 'echo new > /etc/new; rm /etc/passwd; trap "exit 3" TERM; while :; do sleep 0.1; done'];
  const id = await real.run({ name: 'gantry-work-told', command });
  const row = await containerRow(desk, id);
  await until('it has written', async () => (await real.engine.containers.changes(id)).length >= 3);
  await desk.use(showProcesses, row);
  expect(desk.ui.documents[0]).toMatchObject({ name: 'gantry-work-told processes.txt' });
  expect(desk.ui.documents[0]?.text).toMatch(/^UID +PID.*CMD\n.*sh -c/);
  await desk.use(showChangedFiles, row);
  expect(desk.ui.documents[1]?.text).toBe(
    `3 paths of gantry-work-told differ from ${real.image}.\n\nchanged  /etc\nadded    /etc/new\ndeleted  /etc/passwd\n`,
  );
  const waiting = desk.use(waitForEnd, row);
  await until('it waits', () => desk.ui.progresses.some(({ options }) => options.title.startsWith('Waiting')));
  await real.engine.containers.stop(id);
  await waiting;
  expect(desk.ui.notifications).toEqual([
    { severity: 'warning', text: 'gantry-work-told ended with exit code 3.', actions: [] },
  ]);
});

test('waiting can be given up', async ({ real, desk }) => {
  const row = await containerRow(desk, await real.run());
  desk.ui.onProgress = (progress) => queueMicrotask(() => progress.cancel());
  await desk.use(waitForEnd, row);
  expect(desk.ui.notifications).toEqual([]);
});

test('a container without changes says so', async ({ real, desk }) => {
  const id = await real.create({ name: 'gantry-work-same' });
  await desk.use(showChangedFiles, await containerRow(desk, id));
  expect(desk.ui.notifications[0]?.text).toMatch(/^gantry-work-same has the files of its image/);
});

test('limits and the restart policy change while it runs; what is limited is not set free', async ({ real, desk }) => {
  const id = await real.run({ name: 'gantry-work-limits', memory: 64 << 20 });
  const row = await containerRow(desk, id);
  desk.ui
    .onPick('Limits and restarts of gantry-work-limits', 'Memory', (rows) => {
      expect(rows.map(({ label, description }) => [label, description])).toEqual([
        ['Change', '64m memory'],
        ['Memory', '64m'],
        ['Processors', 'no limit'],
        ['Processes', 'no limit'],
        ['Restart policy', 'no'],
      ]);
    })
    .onInput('Memory', '256m', { rejected: ['', '1m', 'much'] })
    .onPick('Limits and restarts', 'Processors')
    .onInput('Processors', '0.5', { rejected: ['x'] })
    .onPick('Limits and restarts', 'Processes')
    .onInput('Processes', '100', { rejected: ['1.5', '-1'] })
    .onPick('Limits and restarts', 'Restart policy')
    .onPick('Restart policy', 'on-failure')
    .onInput('How many times', '3')
    .onPick('Limits and restarts', 'Change');
  await desk.use(updateContainer, row);
  const host = async () => (await real.engine.containers.inspect(id))['HostConfig'] as Record<string, unknown>;
  expect(await host()).toMatchObject({
    Memory: 256 << 20,
    MemorySwap: expect.toSatisfy((swap) => swap === -1 || swap >= 256 << 20),
    NanoCpus: 500_000_000,
    PidsLimit: 100,
    RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
  });
  // A limit of processes can be lifted.
  desk.ui
    .onPick('Limits and restarts', 'Processes')
    .onInput('Processes', '')
    .onPick('Limits and restarts', 'Restart policy')
    .onPick('Restart policy', 'no')
    .onPick('Limits and restarts', 'Change');
  await desk.use(updateContainer, row);
  expect(Number((await host())['PidsLimit'])).toBeLessThanOrEqual(0);
  expect(await host()).toMatchObject({ Memory: 256 << 20, RestartPolicy: { Name: 'no' } });
  desk.ui.done();
});

test('an image is made of a container, with what was written into it', async ({ real, desk }) => {
  const id = await real.run({ name: 'gantry-work-commit' });
  const write = await real.engine.containers.exec(id, { command: ['sh', '-c', 'echo kept > /kept'], terminal: false });
  for await (const _bytes of write.output);
  desk.ui
    .onPick('Make an image', 'Name')
    .onInput('Name', 'gantry-test/commands-work:made', { rejected: ['Upper', real.image] })
    .onPick('Make an image', 'Message')
    .onInput('Message', 'a file more')
    .onPick('Make an image', 'Make the image', (rows) =>
      expect(rows.find(({ label }) => label === 'While it is made')?.description).toBe('the container pauses'),
    );
  await desk.use(commitContainer, await containerRow(desk, id));
  expect(desk.ui.notifications[0]?.text).toMatch(/^gantry-test\/commands-work:made was made of gantry-work-commit/);
  const [layer] = await real.engine.images.history('gantry-test/commands-work:made');
  expect(layer?.comment).toBe('a file more');
  const made = await real.create({ image: 'gantry-test/commands-work:made' });
  expect(await real.engine.containers.stat(made, '/kept')).toMatchObject({ size: 5 });
});

test('all files go into a tar, which is taken away when it is cancelled', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const id = await real.create({ name: 'gantry-work-export' });
  const path = join(folder.path, 'files.tar');
  desk.ui.onPickPath('Export gantry-work-export', path);
  await desk.use(exportContainer, await containerRow(desk, id));
  expect(execFileSync('tar', ['-tf', path], { encoding: 'utf8' })).toContain('bin/busybox\n');
  expect(desk.ui.notifications[0]?.text).toMatch(/^Exported gantry-work-export to .*files\.tar, [\d.]+ MB\./);
  desk.ui.onPickPath('Export', join(folder.path, 'never.tar'));
  desk.ui.onProgress = (progress) => progress.cancel();
  await desk.use(exportContainer, await containerRow(desk, id));
  expect(await readdir(folder.path)).toEqual(['files.tar']);
});

test('a folder goes into a stopped container and comes out of it as it was', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  const from = join(folder.path, 'site');
  await mkdir(join(from, 'deep', 'er'), { recursive: true });
  await writeFile(join(from, 'deep', 'er', 'Größe.txt'), 'x'.repeat(100_000));
  await writeFile(join(from, 'run.sh'), '#!/bin/sh\n');
  await chmod(join(from, 'run.sh'), 0o755);
  await symlink('run.sh', join(from, 'link'));
  const id = await real.create({ name: 'gantry-work-copy' });
  const row = await containerRow(desk, id);
  desk.ui
    .onPick('Copy to gantry-work-copy', 'A folder')
    .onPickPath('Copy to gantry-work-copy', from)
    .onInput('Copy site into which folder', '/srv/www', { rejected: ['', 'srv'] });
  await desk.use(copyToContainer, row);
  expect(desk.ui.notifications.map(({ text }) => text)).toEqual(['Copied site into /srv/www of gantry-work-copy.']);
  expect(await real.engine.containers.stat(id, '/srv/www/site/run.sh')).toMatchObject({ mode: 0o755, size: 10 });

  // A second time it is there already, and that is asked about.
  desk.ui
    .onPick('Copy to', 'A folder')
    .onPickPath('Copy to', from)
    .onInput('Copy site into which folder', '/srv/www')
    .onAsk('gantry-work-copy has /srv/www/site already');
  await desk.use(copyToContainer, row);

  const out = join(folder.path, 'out');
  await mkdir(out);
  desk.ui
    .onInput('Copy from gantry-work-copy', '/srv/www/site', { rejected: ['', 'srv'] })
    .onPickPath('Copy /srv/www/site of gantry-work-copy into', out);
  await desk.use(copyFromContainer, row);
  execFileSync('diff', ['-r', from, join(out, 'site')]);
  expect((await stat(join(out, 'site', 'run.sh'))).mode & 0o777).toBe(0o755);

  desk.ui.onInput('Copy from', '/nothing/here');
  await desk.use(copyFromContainer, row);
  expect(desk.ui.notifications.at(-1)?.text).toBe('gantry-work-copy has nothing at /nothing/here.');
  desk.ui.done();
});

test('a file goes into several containers, a running one too, and one file comes out', async ({ real, desk }) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'settings.json'), '{"a": 1}\n');
  const ids = [await real.run({ name: 'gantry-work-many-1' }), await real.create({ name: 'gantry-work-many-2' })];
  const rows = await Promise.all(ids.map((id) => containerRow(desk, id)));
  desk.ui
    .onPick('Copy to 2 containers', 'A file')
    .onPickPath('Copy to 2 containers', join(folder.path, 'settings.json'))
    .onInput('Copy settings.json into which folder', '/etc');
  await desk.use(copyToContainer, ...rows);
  for (const id of ids)
    expect(await real.engine.containers.stat(id, '/etc/settings.json')).toMatchObject({ kind: 'file', size: 9 });
  await mkdir(join(folder.path, 'out'));
  desk.ui.onInput('Copy from', '/etc/settings.json').onPickPath('Copy /etc/settings.json', join(folder.path, 'out'));
  await desk.use(copyFromContainer, rows[0]!);
  expect(await readFile(join(folder.path, 'out', 'settings.json'), 'utf8')).toBe('{"a": 1}\n');
  desk.ui.done();
});
