import { describe, expect, test } from 'vitest';
import { chooseContext } from '../../../client/src/commands/engine/chooseContext.ts';
import { howToJoin } from '../../../client/src/commands/engine/howToJoin.ts';
import { howToStart, startHint } from '../../../client/src/commands/engine/howToStart.ts';
import { refresh } from '../../../client/src/commands/engine/refresh.ts';
import { setEngineHost } from '../../../client/src/commands/engine/setHost.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { openDesk } from '../../support/commandContext.ts';
import { settled } from '../../support/clock.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const nas = { name: 'nas', host: 'tcp://nas:2376', description: 'the big one' };

describe('choose context', () => {
  test('a named one goes into the settings, and an address that hides it goes', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.services.contexts = async () => [nas];
    desk.services.settings.set('gantry.engine.host', 'unix:///old.sock');
    desk.ui.onPick('Docker context', 'nas', (rows) => {
      expect(rows.map(({ label, picked }) => [label, picked])).toEqual([
        ['As the Docker CLI does', false],
        ['default', false],
        ['nas', false],
        ['Set an address…', true],
      ]);
    });
    await desk.use(chooseContext);
    expect(Object.fromEntries(desk.services.settings)).toEqual({
      'gantry.engine.context': 'nas',
      'gantry.engine.host': '',
    });
    desk.dispose();
  });

  test('dismissed, nothing changes', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.ui.onPick('Docker context');
    await desk.use(chooseContext);
    expect(desk.services.settings.size).toBe(0);
    desk.dispose();
  });

  test('leads on to an address', async () => {
    const desk = await openDesk(new MemoryEngine());
    desk.ui.onPick('Docker context', 'Set an address…').onInput('Address of the container engine', 'tcp://nas:2375');
    await desk.use(chooseContext);
    expect(desk.services.settings.get('gantry.engine.host')).toBe('tcp://nas:2375');
    desk.dispose();
  });
});

test('an address is checked while it is typed; none is fine', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.ui.onInput('Address of the container engine', ' unix:///run/user/1000/docker.sock ', {
    rejected: ['docker.sock', 'unix://', 'tcp://', 'http://x:1', 'ssh://me@nas', 'tcp://a b:1'],
  });
  await desk.use(setEngineHost);
  expect(desk.services.settings.get('gantry.engine.host')).toBe('unix:///run/user/1000/docker.sock');
  desk.ui.onInput('Address of the container engine', '');
  await desk.use(setEngineHost);
  expect(desk.services.settings.get('gantry.engine.host')).toBe('');
  desk.dispose();
});

test.each([
  ['linux', { isContainer: false, hasSystemd: true }, 'sudo systemctl start docker'],
  ['linux', { isContainer: false, hasSystemd: false }, 'sudo service docker start'],
  ['linux', { isContainer: true, hasSystemd: true }, '--volume /var/run/docker.sock:/var/run/docker.sock'],
  ['darwin', { isContainer: false, hasSystemd: false }, undefined],
  ['win32', { isContainer: false, hasSystemd: false }, undefined],
] as const)('how to start on %s %j', (platform, machine, command) => {
  expect(startHint(platform, machine).command).toBe(command);
});

test('how to start: the command can be copied, or the guide opened', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.ui.onNotify(/start/i, 'Installation guide');
  await desk.use(howToStart);
  expect(desk.ui.urls).toEqual([expect.stringContaining('docs.docker.com')]);
  desk.dispose();
});

test('how to get access names the socket and says what it means', async () => {
  const engine = new MemoryEngine();
  const desk = await openDesk(engine);
  engine.goAway(new EngineError('no-permission', 'EACCES'));
  await settled();
  await expect(desk.store.refresh()).rejects.toMatchObject({ kind: 'no-permission' });
  desk.ui.onNotify(/group docker/, 'Copy command');
  await desk.use(howToJoin);
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/\(\/var\/run\/docker\.sock\).*as root does/);
  expect(desk.ui.clipboard).toBe('sudo usermod -aG docker "$USER"');
  desk.dispose();
});

test('refresh says why it could not', async () => {
  const engine = new MemoryEngine();
  const desk = await openDesk(engine);
  engine.failing = { images: new EngineError('failed', 'layer does not exist') };
  await desk.use(refresh);
  expect(desk.ui.notifications).toEqual([{ severity: 'error', text: 'Layer does not exist.', actions: ['Show log'] }]);
  desk.dispose();
});
