import { expect, it } from 'vitest';
import { defineCommand } from '../../../client/src/commands/command.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { bench } from './bench.ts';

const failing = (error: unknown) =>
  defineCommand({
    id: 'gantry.test.fail',
    title: 'Fail…',
    placement: {},
    run: async () => {
      throw error;
    },
  });

it('explains an engine error with its ways out, and goes the way that is pressed', async () => {
  const desk = await bench();
  desk.ui.onNotify('not running', 'Try again');
  await desk.use(failing(new EngineError('not-running', 'connect ECONNREFUSED')));
  expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  expect(desk.ui.commands).toEqual([{ command: 'gantry.refresh', args: [] }]);
});

it('keeps the stack of an unknown error in the log, and offers the log', async () => {
  const desk = await bench();
  await desk.use(failing(new TypeError('x is not a function')));
  expect(desk.ui.notifications).toMatchObject([{ severity: 'error', actions: ['Show log'] }]);
  expect(desk.ui.notifications[0]?.text).toContain('“Fail” failed');
  expect(desk.ui.logged.join('\n')).toMatch(/gantry\.test\.fail failed[^]*invoke\.test\.ts/);
});

it('says nothing of a cancel', async () => {
  const desk = await bench();
  await desk.use(failing(new DOMException('stop', 'AbortError')));
  expect(desk.ui.notifications).toEqual([]);
});

it('refuses what runs the workspace’s files while it is not trusted', async () => {
  const desk = await bench();
  desk.services.trusted = false;
  desk.ui.onNotify('trust', 'Manage workspace trust');
  let ran = false;
  const command = defineCommand({
    id: 'gantry.test.build',
    title: 'Build…',
    placement: {},
    needsTrust: true,
    run: async () => {
      ran = true;
    },
  });
  await desk.use(command);
  expect(ran).toBe(false);
  expect(desk.ui.commands).toEqual([{ command: 'workbench.trust.manage', args: [] }]);
  desk.services.trusted = true;
  await desk.use(command);
  expect(ran).toBe(true);
});
