import { expect } from 'vitest';
import { attachToContainer } from '../../client/src/commands/container/attach.ts';
import { executeCommand } from '../../client/src/commands/container/exec.ts';
import { inspectContainer } from '../../client/src/commands/container/inspect.ts';
import { killContainer } from '../../client/src/commands/container/kill.ts';
import { showContainerLogs } from '../../client/src/commands/container/logs.ts';
import { openContainerInBrowser } from '../../client/src/commands/container/openInBrowser.ts';
import { pauseContainer } from '../../client/src/commands/container/pause.ts';
import { removeContainer } from '../../client/src/commands/container/remove.ts';
import { renameContainer } from '../../client/src/commands/container/rename.ts';
import { restartContainer } from '../../client/src/commands/container/restart.ts';
import { openShell } from '../../client/src/commands/container/shell.ts';
import { startContainer } from '../../client/src/commands/container/start.ts';
import { stopContainer } from '../../client/src/commands/container/stop.ts';
import { unpauseContainer } from '../../client/src/commands/container/unpause.ts';
import type { ContainerState } from '../../client/src/engine/model.ts';
import { containerRow, seen, deskTest } from '../support/deskTest.ts';
import { typed } from '../support/ui.ts';
import { until } from '../support/until.ts';

const test = deskTest('commands-container');
/** Ends when it is asked to; a plain `sleep` as the first process has to be killed. */
const obedient = ['sh', '-c', 'trap "exit 0" TERM; sleep 600 & wait'];

test('a container goes through all its states', async ({ real, desk }) => {
  const id = await real.create({ name: 'gantry-commands-states', command: obedient });
  const row = await containerRow(desk, id);
  const reaches = async (state: ContainerState): Promise<void> => {
    // What the store reads while a restart is under way is true, but not what is meant here.
    await desk.store.refresh();
    await until(state, () => desk.store.containers.get(id)?.state === state);
  };
  await desk.use(startContainer, row);
  await reaches('running');
  await desk.use(pauseContainer, row);
  await reaches('paused');
  await desk.use(unpauseContainer, row);
  await reaches('running');
  await desk.use(restartContainer, row);
  await reaches('running');
  await desk.use(stopContainer, row);
  await reaches('exited');
  await desk.use(startContainer, row);
  await reaches('running');
  desk.ui.onPick('Send a signal', 'SIGKILL');
  await desk.use(killContainer, row);
  await reaches('exited');
  expect(desk.store.containers.get(id)?.exitCode).toBe(137);
  desk.ui.onInput('Rename', 'gantry-commands-renamed');
  await desk.use(renameContainer, row);
  await until('the new name', () => desk.store.containers.get(id)?.name === 'gantry-commands-renamed');
  await desk.use(inspectContainer, await containerRow(desk, id));
  expect(desk.ui.documents[0]).toMatchObject({ name: 'gantry-commands-renamed.json' });
  expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toMatchObject({ Id: id });
  desk.ui.onAsk('Remove gantry-commands-renamed?', 'Remove');
  await desk.use(removeContainer, row);
  await until('its end', () => !desk.store.containers.has(id));
  expect(desk.ui.notifications).toEqual([]);
});

test('an unknown signal is the engine’s to refuse', async ({ real, desk }) => {
  const row = await containerRow(desk, await real.run());
  desk.ui.onPick('signal', typed('nosuch'));
  await desk.use(killContainer, row);
  expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  expect(desk.ui.notifications[0]?.text).toMatch(/signal/i);
});

test('stop and remove takes anonymous volumes along on request only, also with --rm', async ({ real, desk }) => {
  const kept = await real.run({ volumes: ['/data'], command: obedient });
  const taken = await real.run({ volumes: ['/data'], command: obedient });
  const self = await real.run({ autoRemove: true, command: obedient });
  const volumes = async (): Promise<string[]> => {
    const { Volumes } = (await real.raw({ method: 'GET', path: '/volumes' })) as { Volumes: { Name: string }[] };
    return Volumes.map(({ Name }) => Name);
  };
  const volumeOf = async (id: string): Promise<string> => {
    const row = await containerRow(desk, id);
    return row.container.mounts[0]?.name ?? '';
  };
  const [keptVolume, takenVolume] = [await volumeOf(kept), await volumeOf(taken)];
  desk.ui.onAsk('is running. Stop and remove it?', 'Stop and remove');
  await desk.use(removeContainer, await containerRow(desk, kept));
  desk.ui.onAsk('is running', 'Stop and remove, with anonymous volumes');
  await desk.use(removeContainer, await containerRow(desk, taken));
  desk.ui.onAsk('is running', 'Stop and remove');
  await desk.use(removeContainer, await containerRow(desk, self));
  const left = await volumes();
  expect(left).toContain(keptVolume);
  expect(left).not.toContain(takenVolume);
  await real.raw({ method: 'DELETE', path: `/volumes/${keptVolume}` });
  expect(desk.ui.notifications).toEqual([]);
  await until('all gone', () => [kept, taken, self].every((id) => !desk.store.containers.has(id)));
});

test('logs go on over a restart, without a line lost or twice', async ({ real, desk }) => {
  const id = await real.run({
    command: [
      'sh',
      '-c',
      'i=0; trap "echo bye; exit 3" TERM; while :; do i=$((i+1)); echo "line $i"; sleep 0.05; done',
    ],
  });
  await desk.use(showContainerLogs, await containerRow(desk, id));
  const [document] = desk.ui.streams;
  await until('lines', () => (document?.text ?? '').includes('line 5\n'));
  await desk.context.engine.containers.stop(id);
  await until('the end', () => (document?.text ?? '').includes('exit code 3'));
  await desk.context.engine.containers.start(id);
  await until('the second run', () => (document?.text ?? '').split('bye\n')[1]?.includes('line 5\n') === true);
  const runs = (document?.text ?? '').split('bye\n').map((run) => run.match(/line \d+/g) ?? []);
  for (const run of runs) expect(run).toEqual(run.map((_line, index) => `line ${index + 1}`));
  await desk.context.engine.containers.remove(id, { force: true });
  await until('the note', () => (document?.text ?? '').includes('was removed'));
  // It can be read anew with other options, so it stays open; nothing more comes.
  expect(document?.text.trimEnd()).toMatch(/was removed —$/);
});

test('closing the logs ends their connection', async ({ real, desk }) => {
  const id = await real.run({ command: ['sh', '-c', 'while :; do echo x; sleep 0.05; done'] });
  await desk.use(showContainerLogs, await containerRow(desk, id));
  const [document] = desk.ui.streams;
  await until('lines', () => (document?.text ?? '').includes('x\n'));
  document?.close();
  const { length } = document?.text ?? '';
  await desk.context.engine.containers.stop(id, { timeoutSeconds: 0 });
  expect(document?.text.length).toBe(length);
});

test('several logs come together, with their names before them', async ({ real, desk }) => {
  const rows = await Promise.all(
    ['one', 'three'].map(async (name) => {
      const id = await real.run({
        name: `gantry-commands-${name}`,
        interactive: true,
        command: ['sh', '-c', `echo ${name}; sleep 600`],
      });
      return await containerRow(desk, id);
    }),
  );
  desk.services.settings.set('gantry.logs.timestamps', true);
  await desk.use(showContainerLogs, ...rows);
  await until('both', () => /one\n[^]*three\n|three\n[^]*one\n/.test(desk.ui.streams[0]?.text ?? ''));
  expect(desk.ui.streams[0]?.text).toMatch(/^gantry-commands-one {3}\| \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z one$/m);
  desk.ui.streams[0]?.close();
});

test('a shell opens where there is no bash, knows its size, and ends with its tab', async ({ real, desk }) => {
  const id = await real.run();
  await desk.use(openShell, await containerRow(desk, id));
  const [terminal] = desk.ui.terminals;
  await until('the prompt', () => /[#$] /.test(seen(terminal)));
  expect(seen(terminal)).not.toMatch(/bash|OCI/);
  terminal?.resize(132, 40);
  // The new size and what is typed go different ways: the one may overtake the other.
  terminal?.type('until [ "$(stty size)" = "40 132" ]; do :; done; stty size; echo $TERM\r');
  await until('the size', () => /40 132\s+xterm-256color/.test(seen(terminal)));
  terminal?.type('sleep 500\r');
  const running = async (): Promise<string> => {
    const top = (await real.raw({ method: 'GET', path: `/containers/${id}/top` })) as { Processes: string[][] };
    return top.Processes.map((words) => words.join(' ')).join('\n');
  };
  await until('the sleep', async () => (await running()).includes('sleep 500'));
  terminal?.close();
  await until('nothing is left', async () => !/sleep 500|\bsh\b/.test(await running()));
});

test('a container without any shell says so', async ({ real, desk }) => {
  const id = await real.run();
  const row = await containerRow(desk, id);
  const { containers } = desk.context.engine;
  const bare = await containers.exec(id, { command: ['rm', '/bin/sh', '/bin/ash'], terminal: false });
  for await (const _bytes of bare.output);
  await desk.use(openShell, row);
  const [terminal] = desk.ui.terminals;
  await until('the message', () => seen(terminal).includes('neither bash nor sh'));
  expect(seen(terminal)).not.toContain('OCI');
});

test('a command runs as this user, in this folder, with these variables', async ({ real, desk }) => {
  const row = await containerRow(desk, await real.run());
  desk.ui
    .onInput('Execute in', 'id -un; pwd; echo "$GREETING"', { rejected: ['', 'echo "'] })
    .onPick('Execute in', 'User')
    .onInput('User', 'guest')
    .onPick('Execute in', 'Working directory')
    .onInput('Working directory', '/etc')
    .onPick('Execute in', 'Environment')
    .onInput('Add a variable', 'GREETING=hello there', { rejected: ['x', '=y'] })
    .onPick('Environment', 'Done')
    .onPick('Execute in', /^Execute$/);
  await desk.use(executeCommand, row);
  const [terminal] = desk.ui.terminals;
  await until('the end', () => seen(terminal).includes('ended with exit code 0'));
  expect(seen(terminal)).toMatch(/guest\s+\/etc\s+hello there/);
  expect(JSON.stringify([...desk.services.memory])).not.toContain('hello there');
  desk.ui.onInput('Execute in');
  await desk.use(executeCommand, row);
});

test('a command that is missing, and one that fails, are told from each other', async ({ real, desk }) => {
  const row = await containerRow(desk, await real.run());
  desk.ui.onInput('Execute in', 'nosuch --flag').onPick('Execute in', /^Execute$/);
  await desk.use(executeCommand, row);
  await until('the message', () => seen(desk.ui.terminals[0]).includes('cannot run “nosuch”'));
  expect(seen(desk.ui.terminals[0])).toMatch(/nosuch/);
  desk.ui.onInput('Execute in', 'false').onPick('Execute in', /^Execute$/);
  await desk.use(executeCommand, row);
  await until('the code', () => seen(desk.ui.terminals[1]).includes('ended with exit code 1'));
});

test('attach sees the main process, and detaching leaves it', async ({ real, desk }) => {
  const id = await real.run({ interactive: true, command: ['sh'] });
  await desk.use(attachToContainer, await containerRow(desk, id));
  const [terminal] = desk.ui.terminals;
  await until('the greeting', () => seen(terminal).includes('Ctrl+X, Ctrl+D detaches'));
  terminal?.type('echo at""tached\r');
  await until('the answer', () => seen(terminal).includes('attached\r\n'));
  terminal?.type('\u0018\u0004');
  await until('the end', () => seen(terminal).includes('Detached.'));
  expect((await desk.context.engine.containers.list({ ids: [id] }))[0]?.state).toBe('running');
  await desk.use(attachToContainer, await containerRow(desk, id));
  const again = desk.ui.terminals[1];
  await until('the greeting', () => seen(again).includes('detaches'));
  again?.type('exit 7\r');
  await until('the code', () => seen(again).includes('ended with exit code 7'));
});

test('attach to what has no input shows output only', async ({ real, desk }) => {
  const id = await real.run({ command: ['sh', '-c', 'while :; do echo tick; sleep 0.1; done'] });
  await desk.use(attachToContainer, await containerRow(desk, id));
  const [terminal] = desk.ui.terminals;
  await until('output', () => seen(terminal).includes('tick\r\n'));
  expect(seen(terminal)).toContain('output only');
  terminal?.close();
  expect((await desk.context.engine.containers.list({ ids: [id] }))[0]?.state).toBe('running');
});

test('a published port opens in the browser', async ({ real, desk }) => {
  const id = await real.run({ ports: [{ containerPort: 8443, protocol: 'tcp' }] });
  const row = await containerRow(desk, id);
  const hostPort = row.container.ports.find((port) => port.hostPort !== undefined)?.hostPort;
  if (hostPort === undefined) return;
  await desk.use(openContainerInBrowser, row);
  expect(desk.ui.urls).toEqual([`https://localhost:${hostPort}`]);
});
