import { describe, expect, it } from 'vitest';
import { startOrder } from '../../../client/src/commands/group/group.ts';
import { removeGroup } from '../../../client/src/commands/group/remove.ts';
import { restartGroup } from '../../../client/src/commands/group/restart.ts';
import { startGroup } from '../../../client/src/commands/group/start.ts';
import { stopGroup } from '../../../client/src/commands/group/stop.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { bench, compose, groupRow, type Bench, type Container } from './bench.ts';

/** web needs api, api needs db; mail needs nothing. Calls are noted as they begin. */
async function shop(state: Container['state']): Promise<{ desk: Bench; calls: string[] }> {
  const calls: string[] = [];
  const desk = await bench((engine) => {
    engine.addContainer({ ...compose('shop', 'web', 'api:service_started:false'), state });
    engine.addContainer({ ...compose('shop', 'api', 'db:service_healthy:true,gone:service_started:false'), state });
    engine.addContainer({ ...compose('shop', 'db'), state });
    engine.addContainer({ ...compose('shop', 'mail'), state });
    for (const verb of ['start', 'stop', 'restart'] as const) {
      const original = engine.containers[verb];
      engine.containers[verb] = async (id: string) => {
        const [container] = await engine.containers.list({ ids: [id] });
        calls.push(`${verb} ${container?.labels['com.docker.compose.service']}`);
        await original(id);
      };
    }
  });
  return { desk, calls };
}

describe('a compose project', () => {
  it('starts what is needed before what needs it', async () => {
    const { desk, calls } = await shop('exited');
    await desk.use(startGroup, groupRow(desk, 'shop'));
    expect(calls.slice(0, 2).sort()).toEqual(['start db', 'start mail']);
    expect(calls.slice(2)).toEqual(['start api', 'start web']);
    expect(desk.ui.progresses).toHaveLength(1);
  });

  it('stops in the opposite order', async () => {
    const { desk, calls } = await shop('running');
    await desk.use(stopGroup, groupRow(desk, 'shop'));
    expect(calls.slice(0, 2)).toEqual(['stop web', 'stop api']);
    expect(Object.values(await desk.states())).toEqual(['exited', 'exited', 'exited', 'exited']);
  });

  it('restarts all, and goes on after one that fails', async () => {
    const { desk } = await shop('running');
    const { restart } = desk.engine.containers;
    desk.engine.containers.restart = async (id) => {
      if (id.endsWith('2')) throw new EngineError('failed', 'no space left');
      await restart(id);
    };
    await desk.use(restartGroup, groupRow(desk, 'shop'));
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'warning', text: '3 of 4 containers restarted. shop-api-1: No space left.' },
    ]);
  });

  it('is removed after one question', async () => {
    const { desk } = await shop('running');
    desk.ui.onAsk('4 of 4 containers are running', 'Stop and remove all 4');
    await desk.use(removeGroup, groupRow(desk, 'shop'));
    expect(await desk.states()).toEqual({});
    expect(desk.ui.notifications).toMatchObject([{ text: 'Removed 4 containers.' }]);
  });

  it('is told from the others in the picker', async () => {
    const { desk } = await shop('exited');
    desk.ui.onPickMany('Start all', ['shop'], (rows) => expect(rows[0]?.description).toBe('0 of 4 containers running'));
    await desk.use(startGroup);
    expect(Object.values(await desk.states())).toEqual(['running', 'running', 'running', 'running']);
  });
});

describe('startOrder', () => {
  it('puts a cycle into one wave', () => {
    const a = { ...compose('p', 'a', 'b:service_started:false') } as Container;
    const b = { ...compose('p', 'b', 'a:service_started:false') } as Container;
    expect(startOrder([a, b])).toEqual([[a, b]]);
  });
});
