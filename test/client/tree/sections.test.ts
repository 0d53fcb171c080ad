import { expect, test } from 'vitest';
import type { Row } from '../../../client/src/tree/rows.ts';
import { aTree, type TreeBench } from './support.ts';

const inspected = {
  Config: { Env: ['PATH=/bin', 'DB_PASSWORD=hunter2', 'EMPTY='] },
  State: {
    Health: {
      Log: [
        { Start: '2026-01-01T11:58:00Z', End: '2026-01-01T11:58:01Z', ExitCode: 0, Output: 'fine\n' },
        { Start: '2026-01-01T11:59:00Z', End: '2026-01-01T11:59:01Z', ExitCode: 1, Output: 'one\nrefused\n' },
      ],
    },
  },
};

async function opened(): Promise<TreeBench & { web: Row; id: string; section: (label: string) => Promise<Row> }> {
  const bench = aTree();
  const { id } = bench.engine.addContainer({
    name: 'web',
    state: 'running',
    status: 'Up 1 minute',
    health: 'unhealthy',
  });
  bench.engine.inspected.set(id, inspected);
  bench.surface.see(true);
  const [web] = await bench.tree.children();
  if (!web) throw new Error('no row');
  const section = async (label: string): Promise<Row> => {
    const row = (await bench.tree.children(web)).find((child) => bench.tree.show(child).label === label);
    if (!row) throw new Error(`no section ${label}`);
    return row;
  };
  return { ...bench, web, id, section };
}

const rows = async ({ tree }: TreeBench, row: Row): Promise<string[]> =>
  (await tree.children(row)).map((child) => {
    const { label, description } = tree.show(child);
    return `${label} | ${description ?? ''}`;
  });

test('a container is looked into only when a part of it is opened, and once', async () => {
  const bench = await opened();
  const inspect = bench.engine.containers.inspect;
  let asked = 0;
  Object.assign(bench.engine.containers, { inspect: (id: string) => inspect(id).finally(() => (asked += 1)) });
  const environment = await bench.section('Environment');
  expect(asked).toBe(0);
  expect(await rows(bench, environment)).toEqual(['PATH | /bin', 'DB_PASSWORD | ••••••', 'EMPTY | ']);
  expect(await rows(bench, await bench.section('Health log'))).toEqual([
    expect.stringMatching(/ago \| failed \(1\) · refused$/),
    expect.stringMatching(/ago \| passed · fine$/),
  ]);
  expect(asked).toBe(1);
});

test('a change of the container lets go of what was known, and draws the parts anew', async () => {
  const bench = await opened();
  const environment = await bench.section('Environment');
  await rows(bench, environment);
  bench.engine.inspected.set(bench.id, { Config: { Env: ['NEW=1'] } });
  bench.engine.update(bench.id, { health: 'healthy' }, 'health_status: healthy');
  await bench.clock.advance(500);
  expect(bench.fired.flat()).toContain(environment.id);
  expect(await rows(bench, await bench.section('Environment'))).toEqual(['NEW | 1']);
});

test('a secret is read when it is asked for, its row alone is drawn, and a screen reader is not told before', async () => {
  const bench = await opened();
  const environment = await bench.section('Environment');
  const secret = (await bench.tree.children(environment))[1]!;
  expect(bench.tree.show(secret)).toMatchObject({
    description: '••••••',
    accessibilityLabel: 'variable DB_PASSWORD, hidden',
    flags: ['masked'],
  });
  bench.fired.length = 0;
  bench.reveals.reveal(secret.id);
  await bench.clock.advance(300);
  expect(bench.fired).toEqual([[secret.id]]);
  expect(bench.tree.show(secret)).toMatchObject({ description: 'hunter2', flags: ['revealed'] });
  bench.reveals.mask(secret.id);
  expect(bench.tree.show(secret)).toMatchObject({ description: '••••••' });
});

test('processes can be asked for again; what fails says so and can be asked again, too', async () => {
  const bench = await opened();
  const processes = await bench.section('Processes');
  expect(await rows(bench, processes)).toEqual(['sleep 1000 | PID 1']);
  bench.engine.update(bench.id, { state: 'exited', exitCode: 0 });
  bench.details.forget();
  const [notice] = await bench.tree.children(processes);
  expect(bench.tree.show(notice!)).toMatchObject({
    label: expect.stringContaining('is not running') as string,
    flags: ['failed'],
    accessibilityLabel: expect.stringMatching(/^Could not be read: /) as string,
  });
});

test('an empty part says that it is empty', async () => {
  const bench = await opened();
  bench.engine.inspected.set(bench.id, { Config: { Env: [] } });
  const [notice] = await bench.tree.children(await bench.section('Environment'));
  expect(bench.tree.show(notice!)).toMatchObject({ label: 'No variables are set.', flags: [] });
});

test('CPU and memory are measured while they are wanted and the view is seen, and no longer', async () => {
  const { engine, clock, tree, options, surface, web, id } = await opened();
  const description = (): string => tree.show(web).description ?? '';
  await clock.advance(500);
  expect(engine.stats.streams).toEqual([]);
  options.choose({ stats: true });
  await clock.advance(100);
  expect(engine.stats.streams).toEqual([id]);
  engine.stats.measure(id, { memory: 1 });
  engine.stats.measure(id, { cpuPercent: 12.34, memory: 45_234_567 });
  await clock.advance(1500);
  expect(description()).toMatch(/^12\.3 % CPU · 45\.2 MB · Up/);
  surface.see(false);
  await clock.advance(100);
  expect(engine.stats.streams).toEqual([]);
  surface.see(true);
  await clock.advance(100);
  expect(engine.stats.streams).toEqual([id]);
  options.choose({ stats: false });
  await clock.advance(1500);
  expect(engine.stats.streams).toEqual([]);
  expect(description()).toMatch(/^Up/);
});

test('a container that is started is measured, one that has ended is not', async () => {
  const { engine, clock, options, id } = await opened();
  options.choose({ stats: true });
  const other = engine.addContainer({ name: 'other' });
  await clock.advance(500);
  expect(engine.stats.streams).toEqual([id]);
  await engine.containers.start(other.id);
  await clock.advance(500);
  expect(engine.stats.streams).toEqual([id, other.id]);
  await engine.containers.stop(id);
  await clock.advance(500);
  expect(engine.stats.streams).toEqual([other.id]);
});

test('a row is brought to sight by its id; what is not there is said', async () => {
  const { tree, surface, id } = await opened();
  expect(await tree.bring([`container/${id}`])).toBe(true);
  expect(surface.revealed).toEqual([`container/${id}`]);
  expect(await tree.bring(['container/none'])).toBe(false);
});
