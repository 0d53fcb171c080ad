import { expect } from 'vitest';
import { showContainerLogs } from '../../client/src/commands/container/logs.ts';
import { containerRow, deskTest } from '../support/deskTest.ts';
import { until } from '../support/until.ts';

const test = deskTest('logs-follow');

test('follows over a restart: every line once, with a mark between', async ({ real, desk }) => {
  const script = 'for n in 1 2 3; do echo out $n; echo err $n >&2; done; exec sleep 600';
  const id = await real.run({ command: ['sh', '-c', script] });
  const lines = (): string[] => (desk.ui.streams[0]?.text ?? '').trim().split('\n');
  const spoken = (): string[] => lines().filter((line) => !line.startsWith('—'));
  await desk.use(showContainerLogs, await containerRow(desk, id));
  await until('the first run is read', () => spoken().length === 6);
  await real.engine.containers.restart(id, { timeoutSeconds: 0 });
  await until('the second run is read', () => spoken().length >= 12);
  const once = ['err 1', 'err 2', 'err 3', 'out 1', 'out 2', 'out 3'];
  expect(spoken().slice(0, 6).sort()).toEqual(once);
  expect(spoken().slice(6).sort()).toEqual(once);
  expect(lines().filter((line) => line.endsWith('goes on —'))).toHaveLength(1);
  desk.ui.streams[0]?.close();
});
