import { describe, expect, it } from 'vitest';
import { copyContainerId } from '../../../client/src/commands/container/copyId.ts';
import { copyContainerName } from '../../../client/src/commands/container/copyName.ts';
import { inspectContainer } from '../../../client/src/commands/container/inspect.ts';
import { killContainer } from '../../../client/src/commands/container/kill.ts';
import { openContainerInBrowser } from '../../../client/src/commands/container/openInBrowser.ts';
import { removeContainer } from '../../../client/src/commands/container/remove.ts';
import { renameContainer } from '../../../client/src/commands/container/rename.ts';
import { startContainer } from '../../../client/src/commands/container/start.ts';
import { stopContainer } from '../../../client/src/commands/container/stop.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { typed } from '../../support/ui.ts';
import { bench, containerRow } from './bench.ts';

describe('start and stop', () => {
  it('changes one without a question', async () => {
    const desk = await bench((engine) => void engine.addContainer({ name: 'web', state: 'exited' }));
    await desk.use(startContainer, containerRow(desk, 'web'));
    expect(await desk.states()).toEqual({ web: 'running' });
    expect(desk.ui.notifications).toEqual([]);
    expect(desk.ui.progresses).toMatchObject([{ options: { title: 'Starting web', where: 'window' }, ended: true }]);
  });

  it('reports the failures of many in one message, and does the others', async () => {
    const desk = await bench((engine) => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) engine.addContainer({ name, state: 'exited' });
      const { start } = engine.containers;
      engine.containers.start = async (id) => {
        if (/[135]$/u.test(id)) throw new EngineError('conflict', `port ${id.at(-1)} is taken`);
        await start(id);
      };
    });
    desk.ui.onNotify('2 of 5 containers started.', 'Show details');
    await desk.use(startContainer, ...['a', 'b', 'c', 'd', 'e'].map((name) => containerRow(desk, name)));
    expect(desk.ui.notifications).toMatchObject([{ severity: 'warning' }]);
    expect(desk.ui.notifications[0]?.text).toMatch(/a: Port 1 is taken\. c: Port 3 is taken\. And 1 more\./);
    expect(desk.ui.documents[0]?.text).toMatch(/e: Port 5 is taken/);
    expect(Math.round(desk.ui.progresses[0]?.percent ?? 0)).toBe(100);
  });

  it('says it once when the engine has gone', async () => {
    const desk = await bench((engine) => {
      for (const name of ['a', 'b', 'c']) engine.addContainer({ name, state: 'running' });
    });
    desk.engine.goAway();
    await desk.use(stopContainer, ...['a', 'b', 'c'].map((name) => containerRow(desk, name)));
    expect(desk.ui.notifications).toHaveLength(1);
    expect(desk.ui.notifications[0]?.text).toMatch(/not running/);
  });

  it('begins no more after cancel, and says how many were left', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const desk = await bench((engine) => {
      for (const name of names) engine.addContainer({ name, state: 'running' });
      const { stop } = engine.containers;
      engine.containers.stop = async (id) => {
        desk.ui.progresses[0]?.cancel();
        await stop(id);
      };
    });
    await desk.use(stopContainer, ...names.map((name) => containerRow(desk, name)));
    const stopped = Object.values(await desk.states()).filter((state) => state === 'exited').length;
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThanOrEqual(8);
    expect(desk.ui.notifications[0]?.text).toMatch(new RegExp(`Cancelled before ${20 - stopped} containers`));
  });

  it('has no more than eight requests on the way', async () => {
    let now = 0;
    let most = 0;
    const names = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const desk = await bench((engine) => {
      for (const name of names) engine.addContainer({ name, state: 'running' });
      engine.containers.stop = async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
      };
    });
    await desk.use(stopContainer, ...names.map((name) => containerRow(desk, name)));
    expect(most).toBe(8);
  });
});

describe('remove', () => {
  const volume = { type: 'volume', name: 'a'.repeat(64), source: '/v', target: '/data', readOnly: false };

  it('asks, and removes', async () => {
    const desk = await bench((engine) => void engine.addContainer({ name: 'web', state: 'exited' }));
    desk.ui.onAsk('Remove web?', 'Remove', ({ actions }) => expect(actions).toEqual(['Remove']));
    await desk.use(removeContainer, containerRow(desk, 'web'));
    expect(await desk.states()).toEqual({});
  });

  it('leaves everything when the question is dismissed', async () => {
    const desk = await bench((engine) => void engine.addContainer({ name: 'web', state: 'running' }));
    desk.ui.onAsk('web is running. Stop and remove it?');
    await desk.use(removeContainer, containerRow(desk, 'web'));
    expect(await desk.states()).toEqual({ web: 'running' });
  });

  it('stops what runs first, without force', async () => {
    const calls: string[] = [];
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web', state: 'running' });
      const { stop, remove } = engine.containers;
      engine.containers.stop = async (id, options) => {
        calls.push('stop');
        await stop(id, options);
      };
      engine.containers.remove = async (id, options) => {
        calls.push(`remove ${JSON.stringify(options)}`);
        await remove(id, options);
      };
    });
    desk.ui.onAsk('web is running', 'Stop and remove');
    await desk.use(removeContainer, containerRow(desk, 'web'));
    expect(calls).toEqual(['stop', 'remove {"removeAnonymousVolumes":false}']);
  });

  it('removes anonymous volumes on request only', async () => {
    const asked: unknown[] = [];
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'db', state: 'exited', mounts: [volume, { ...volume, name: 'named' }] });
      engine.containers.remove = async (_id, options) => void asked.push(options);
    });
    desk.ui.onAsk('Remove db?', 'Remove, with anonymous volumes', ({ detail }) =>
      expect(detail).toContain('1 anonymous volume stays'),
    );
    await desk.use(removeContainer, containerRow(desk, 'db'));
    expect(asked).toEqual([{ removeAnonymousVolumes: true }]);
  });

  it('offers to leave the running ones out', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web', state: 'running' });
      engine.addContainer({ name: 'old', state: 'exited' });
      engine.addContainer({ name: 'older', state: 'created' });
    });
    desk.ui.onAsk('1 of 3 containers is running: web.', 'Remove only the 2 not running', ({ actions }) =>
      expect(actions[0]).toBe('Stop and remove all 3'),
    );
    await desk.use(removeContainer, ...['web', 'old', 'older'].map((name) => containerRow(desk, name)));
    expect(await desk.states()).toEqual({ web: 'running' });
    expect(desk.ui.notifications).toMatchObject([{ severity: 'info', text: 'Removed 2 of 3 containers.' }]);
  });

  it('takes one that went by itself for removed', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web', state: 'running' });
      engine.containers.remove = async () => {
        throw new EngineError('conflict', 'removal of container web is already in progress');
      };
    });
    desk.ui.onAsk('web', 'Stop and remove');
    await desk.use(removeContainer, containerRow(desk, 'web'));
    expect(desk.ui.notifications).toEqual([]);
  });
});

describe('rename', () => {
  it('takes the names that the engine takes, and no other', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web' });
      engine.addContainer({ name: 'db' });
    });
    desk.ui.onInput('Rename web', 'web_2.new-1', { rejected: ['', 'x', '-web', 'a b', 'db', 'wéb', '/web'] });
    await desk.use(renameContainer, containerRow(desk, 'web'));
    expect(Object.keys(await desk.states())).toEqual(['web_2.new-1', 'db']);
  });
});

describe('send signal', () => {
  it('sends the one that is picked or typed', async () => {
    const sent: unknown[] = [];
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web', state: 'running' });
      engine.containers.kill = async (_id, options) => void sent.push(options?.signal);
    });
    desk.ui.onPick('Send a signal to web', 'SIGHUP').onPick('signal', typed('winch')).onPick('signal', typed('34'));
    for (let times = 0; times < 3; times++) await desk.use(killContainer, containerRow(desk, 'web'));
    expect(sent).toEqual(['SIGHUP', 'SIGWINCH', '34']);
    desk.ui.onPick('signal', typed('rm -rf'));
    await desk.use(killContainer, containerRow(desk, 'web'));
    expect(desk.ui.notifications.at(-1)?.text).toContain('makes no choice');
  });
});

describe('inspect and copy', () => {
  it('shows the record as JSON, and copies names and ids', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web' });
      engine.addContainer({ name: 'db' });
    });
    const rows = [containerRow(desk, 'web'), containerRow(desk, 'db')] as const;
    await desk.use(inspectContainer, rows[0]);
    expect(desk.ui.documents[0]?.name).toBe('web.json');
    expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toEqual({ Id: rows[0].id });
    await desk.use(copyContainerName, ...rows);
    expect(desk.ui.clipboard).toBe('web\ndb');
    await desk.use(copyContainerId, rows[1]);
    expect(desk.ui.clipboard).toBe(rows[1].id);
  });
});

describe('open in browser', () => {
  const port = (containerPort: number, hostPort: number | undefined, hostIp?: string) => ({
    containerPort,
    protocol: 'tcp' as const,
    ...(hostPort === undefined ? {} : { hostPort }),
    ...(hostIp === undefined ? {} : { hostIp }),
  });

  it('opens the only address at once, IPv4 and IPv6 being one', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'web', state: 'running', ports: [port(80, 8080, '0.0.0.0'), port(80, 8080, '::')] });
    });
    await desk.use(openContainerInBrowser, containerRow(desk, 'web'));
    expect(desk.ui.urls).toEqual(['http://localhost:8080']);
  });

  it('asks when there are several, and guesses https', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({
        name: 'web',
        state: 'running',
        ports: [port(443, 9443, '127.0.0.1'), port(80, 8080), port(9000, undefined), port(5432, 5432, '::1')],
      });
    });
    desk.ui.onPick('Open web', 'https://', (rows) =>
      expect(rows.map(({ label }) => label)).toEqual([
        'http://localhost:8080',
        'https://127.0.0.1:9443',
        'http://[::1]:5432',
      ]),
    );
    await desk.use(openContainerInBrowser, containerRow(desk, 'web'));
    expect(desk.ui.urls).toEqual(['https://127.0.0.1:9443']);
  });

  it('goes to the engine’s host when that is another machine', async () => {
    const desk = await bench((engine) => {
      engine.host = 'tcp://docker.example:2376';
      engine.addContainer({ name: 'web', state: 'running', ports: [port(80, 8080, '0.0.0.0')] });
    });
    await desk.use(openContainerInBrowser, containerRow(desk, 'web'));
    expect(desk.ui.urls).toEqual(['http://docker.example:8080']);
  });
});
