import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { systemClock } from '../../client/src/clock.ts';
import { createStore } from '../../client/src/store/createStore.ts';
import { HttpConnection } from '../../client/src/engine/transport/http.ts';
import { LiveTree } from '../../client/src/tree/liveTree.ts';
import { Reveals } from '../../client/src/tree/reveals.ts';
import { containersSource } from '../../client/src/tree/sources.ts';
import { createViewOptions } from '../../client/src/tree/viewOptions.ts';
import { engineAt, startTestEngine, type TestEngine } from '../support/engine.ts';
import { noDetails } from '../support/details.ts';
import { aSurface } from '../support/surface.ts';
import { median, milliseconds, printTable } from './table.ts';

/**
 * How long it takes to list and to show 1,000 containers, and one change among them, against the engine's own time for
 * the list and against the Docker CLI, all in one interleaved run. The containers are created, not started, and removed.
 */
const count = 1000;
const rounds = 15;

const measured = new Map<string, number[]>();

async function measure<T>(name: string, task: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await task();
  measured.set(name, [...(measured.get(name) ?? []), performance.now() - start]);
  return result;
}

async function makeContainers(real: TestEngine): Promise<string[]> {
  const ids: string[] = [];
  const makers = Array.from({ length: 4 }, async () => {
    while (ids.length < count) {
      const index = ids.push('') - 1;
      ids[index] = await real.create({ name: `gantry-bench-${index}`, labels: { index: String(index) } });
    }
  });
  await Promise.all(makers);
  return ids;
}

const names = {
  engine: "the engine's own answer, unread",
  list: 'Gantry: list, read into its own words',
  first: 'Gantry: from nothing to a live snapshot',
  paint: 'Gantry: from nothing to all rows of the view',
  refresh: 'Gantry: refresh of the live snapshot',
  change: 'Gantry: a rename, told by its event',
  node: 'Gantry: a rename, up to its row drawn anew',
  cli: 'docker ps --all, read as JSON',
} as const;

async function listByCli(host: string): Promise<void> {
  const parameters = ['--host', host, 'ps', '--all', '--no-trunc', '--format', '{{json .}}'];
  const { stdout } = await promisify(execFile)('docker', parameters, { maxBuffer: 100_000_000 });
  for (const line of stdout.trim().split('\n')) JSON.parse(line);
}

/** Connects, lists and follows, as when a view is opened. */
async function openStore(host: string) {
  const engine = engineAt(host);
  const store = createStore({ engine });
  const watch = store.watch();
  await store.ready();
  return {
    store,
    [Symbol.dispose]: () => {
      watch.dispose();
      store.dispose();
      engine.dispose();
    },
  };
}

/** The same up to what VS Code is given to draw: the view is opened and asks for all of its rows. */
async function openView(host: string) {
  const engine = engineAt(host);
  const store = createStore({ engine });
  const options = createViewOptions('gantry.containers', { get: () => undefined, update: async () => {} });
  const source = containersSource({ store }, options);
  const tree = new LiveTree({
    ...source,
    store,
    details: noDetails(),
    reveals: new Reveals(),
    clock: systemClock,
    setContext: () => {},
  });
  const surface = aSurface();
  tree.attach(surface);
  surface.see(true);
  const rows = await tree.children();
  for (const row of rows) tree.show(row);
  return {
    tree,
    rows,
    [Symbol.dispose]: () => {
      tree.dispose();
      store.dispose();
      engine.dispose();
    },
  };
}

/** Renames a container and waits until its row is to be drawn with that name. */
async function renameInView(
  { engine }: TestEngine,
  view: Awaited<ReturnType<typeof openView>>,
  name: string,
): Promise<void> {
  const [row] = view.rows;
  if (row?.node.kind !== 'container') throw new Error('the view has no containers');
  const drawn = Promise.withResolvers<void>();
  const listening = view.tree.onDidChange(() => {
    if (view.tree.show(row).label === name) drawn.resolve();
  });
  await Promise.all([engine.containers.rename(row.node.container.id, name), drawn.promise]);
  listening.dispose();
}

async function bench(real: TestEngine): Promise<void> {
  const [first = ''] = await makeContainers(real);
  const connection = new HttpConnection(await real.engine.endpoint());
  using live = await openStore(real.host);
  const { store } = live;
  using view = await openView(real.host);
  let cli = true;
  for (let round = 0; round < rounds; round += 1) {
    await measure(names.node, () => renameInView(real, view, `gantry-bench-0-${round}`));
    await measure(names.engine, async () => {
      const response = await connection.send({ method: 'GET', path: '/containers/json', query: { all: true } });
      for await (const _ of response);
    });
    await measure(names.list, () => real.engine.containers.list());
    await measure(names.refresh, () => store.refresh());
    const opened = await measure(names.first, () => openStore(real.host));
    opened[Symbol.dispose]();
    const painted = await measure(names.paint, () => openView(real.host));
    painted[Symbol.dispose]();
    if (painted.rows.length < count) throw new Error(`only ${painted.rows.length} rows were shown`);
    const name = `gantry-bench-renamed-${round}`;
    const shown = Promise.withResolvers<void>();
    const listening = store.onDidChange(() => {
      if (store.containers.get(first)?.name === name) shown.resolve();
    });
    await measure(names.change, () => Promise.all([real.engine.containers.rename(first, name), shown.promise]));
    listening.dispose();
    if (cli)
      cli = await measure(names.cli, () => listByCli(real.host)).then(
        () => true,
        () => false,
      );
  }
  connection.dispose();
  if (store.containers.size < count) throw new Error(`only ${store.containers.size} containers were seen`);
}

const real = await startTestEngine('bench');
try {
  await bench(real);
} finally {
  await real.dispose();
}
const listed = median(measured.get(names.list) ?? []);
const budgets: Record<string, number> = {
  [names.paint]: 1.3 * median(measured.get(names.engine) ?? []) + 50,
  [names.node]: 100,
};
const row = (name: string): string[] => {
  const values = measured.get(name);
  if (!values) return [name, 'not there'];
  const figures = [median(values), Math.min(...values), Math.max(...values)].map(milliseconds);
  const budget = budgets[name] === undefined ? '' : milliseconds(budgets[name]);
  return [name, ...figures, (median(values) / listed).toFixed(2), budget];
};
printTable(
  `${count} containers, ${rounds} rounds`,
  ['', 'median', 'least', 'most', "times Gantry's list", 'budget'],
  Object.values(names).map(row),
);
