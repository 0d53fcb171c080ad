import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import { helperLabel } from '../../../client/src/engine/helper.ts';
import { aTree, drawn } from './support.ts';
import { composeLabels } from '../../support/records.ts';
import { settled } from '../../support/clock.ts';

test('asks nothing of the engine before the view is visible', async () => {
  const { engine, clock, surface } = aTree();
  await clock.advance(60_000);
  expect(engine.lists).toEqual([]);
  surface.see(true);
  await settled();
  expect(engine.lists).toEqual(['containers', 'images', 'volumes', 'networks']);
});

test('the first rows are waited for, and not drawn twice', async () => {
  const { engine, tree, fired, surface } = aTree();
  engine.addContainer({ name: 'web' });
  const held: (() => void)[] = [];
  engine.beforeAnswer = () => new Promise((resolve) => held.push(resolve));
  surface.see(true);
  const rows = tree.children();
  await settled();
  expect(held).toHaveLength(4);
  for (const answer of held) answer();
  expect((await rows).map(({ id }) => id)).toHaveLength(1);
  expect(fired).toEqual([]);
});

test('a change draws its row, an arrival or departure the whole', async () => {
  const { engine, clock, tree, fired, surface } = aTree();
  const { id } = engine.addContainer({ name: 'web' });
  surface.see(true);
  await drawn(tree);
  await engine.containers.start(id);
  await clock.advance(300);
  expect(fired).toEqual([[`container/${id}`]]);
  const second = engine.addContainer({ name: 'db' });
  await clock.advance(300);
  expect(fired.at(-1)).toBe('all');
  await drawn(tree);
  await engine.containers.remove(second.id);
  await clock.advance(300);
  expect(fired).toHaveLength(3);
});

test('within a project the group is drawn, not the view', async () => {
  const { engine, clock, tree, fired, surface } = aTree();
  const { id } = engine.addContainer({ name: 'shop-web-1', labels: composeLabels('shop', 'web') });
  engine.addContainer({ name: 'zeus' });
  surface.see(true);
  await drawn(tree);
  await engine.containers.start(id);
  await clock.advance(300);
  engine.addContainer({ name: 'shop-db-1', labels: composeLabels('shop', 'db') });
  await clock.advance(300);
  expect(fired).toEqual([['project/shop'], ['project/shop']]);
  expect(await drawn(tree)).toEqual(['shop', '  db-1', '  web-1', 'zeus']);
});

test('a row is the same object before and after, with the newest node', async () => {
  const { engine, clock, tree, surface } = aTree();
  const { id } = engine.addContainer({ name: 'web' });
  surface.see(true);
  const [before] = await tree.children();
  tree.show(before!);
  await engine.containers.start(id);
  engine.addContainer({ name: 'db' });
  await clock.advance(300);
  const after = (await tree.children()).find((row) => row.id === before?.id);
  expect(after).toBe(before);
  expect(before?.node).toMatchObject({ container: { state: 'running' } });
});

test('a stream of changes is drawn all the while, at most four times a second', async () => {
  const { engine, clock, tree, fired, surface } = aTree();
  const { id } = engine.addContainer({ name: 'web' });
  surface.see(true);
  await drawn(tree);
  await clock.advance(1000);
  for (let n = 0; n < 50; n++) {
    await engine.containers.rename(id, `web-${n}`);
    await clock.advance(60);
  }
  expect(fired.length).toBeGreaterThan(6);
  expect(fired.length).toBeLessThanOrEqual(14);
});

test('uptime goes on while the view is visible, without the engine', async () => {
  const { engine, clock, tree, fired, surface } = aTree();
  engine.addContainer({ name: 'web', state: 'running', status: 'Up 3 minutes' });
  engine.addContainer({ name: 'db', state: 'running', status: 'Up 3 hours' });
  surface.see(true);
  await drawn(tree);
  engine.lists.length = 0;
  await clock.advance(61_000);
  expect(fired).toEqual([[expect.stringContaining('container/')]]);
  expect(engine.lists).toEqual([]);
  surface.see(false);
  await clock.advance(600_000);
  expect(clock.waiting).toBe(0);
  expect(fired).toHaveLength(1);
});

test('a thousand rows that change at once are drawn at once', async () => {
  const { engine, clock, tree, fired, surface } = aTree();
  for (let n = 0; n < 1000; n++) engine.addContainer({ name: `web-${n}`, state: 'running', status: 'Up 3 minutes' });
  surface.see(true);
  await drawn(tree);
  await clock.advance(61_000);
  expect(fired).toEqual(['all']);
});

describe('the engine goes and comes back', () => {
  test('a hiccup leaves the rows where they are and says so', async () => {
    const { engine, clock, tree, surface, contexts } = aTree();
    engine.addContainer({ name: 'web' });
    surface.see(true);
    await drawn(tree);
    engine.goAway();
    await clock.advance(1000);
    expect(surface.message).toContain('away');
    expect(await drawn(tree)).toEqual(['web']);
    engine.comeBack();
    await clock.advance(2000);
    expect(surface.message).toBe('');
    expect(contexts.get('gantry.containers.welcome')).toBe('');
    expect(await drawn(tree)).toEqual(['web']);
  });

  test('longer: the welcome tells the cause; then expansion and selection are as they were', async () => {
    const { engine, clock, tree, surface, contexts } = aTree();
    engine.addContainer({
      name: 'shop-web-1',
      labels: composeLabels('shop', 'web'),
      networks: [{ name: 'a', id: 'a' }],
    });
    engine.addContainer({ name: 'lone', networks: [{ name: 'a', id: 'a' }] });
    surface.see(true);
    await drawn(tree);
    const [shop, lone] = await tree.children();
    const [web] = await tree.children(shop);
    surface.expand(lone!, true);
    surface.expand(web!, true);
    surface.selection = [web!];
    engine.goAway(new EngineError('not-running', 'refused', { cause: Object.assign(new Error(), { code: 'ENOENT' }) }));
    await clock.advance(5000);
    expect(await drawn(tree)).toEqual([]);
    expect(surface.message).toBe('');
    expect(contexts.get('gantry.containers.welcome')).toBe('no-socket');
    expect(surface.description).toBe('/var/run/docker.sock');
    surface.selection = [];
    engine.comeBack();
    await clock.advance(2000);
    expect(await drawn(tree)).toEqual(['shop', '  web-1', 'lone']);
    const [group, other] = await tree.children();
    const [child] = await tree.children(group);
    expect([group, other, child].map((row) => [row?.id, tree.show(row!).expandable])).toEqual([
      [shop?.id, 'expanded'],
      [lone?.id, 'expanded'],
      [web?.id, 'expanded'],
    ]);
    expect(surface.revealed).toEqual([web?.id]);
    expect(surface.description).toBe('');
  });

  test('what was selected in a group that was closed stays closed', async () => {
    const { engine, clock, tree, surface } = aTree();
    engine.addContainer({ name: 'shop-web-1', labels: composeLabels('shop', 'web') });
    surface.see(true);
    await drawn(tree);
    const [shop] = await tree.children();
    surface.selection = [(await tree.children(shop))[0]!];
    surface.expand(shop!, false);
    engine.goAway();
    await clock.advance(5000);
    engine.comeBack();
    await clock.advance(2000);
    expect(surface.revealed).toEqual([]);
  });

  test('an engine that was never there is explained at once', async () => {
    const { engine, tree, contexts, surface } = aTree();
    engine.goAway(new EngineError('no-permission', 'EACCES'));
    surface.see(true);
    expect(await tree.children()).toEqual([]);
    expect(contexts.get('gantry.containers.welcome')).toBe('no-permission');
  });
});

describe('what the person chose', () => {
  test('filter and running only, and how the view says so', async () => {
    const { engine, clock, tree, surface, contexts, options } = aTree();
    engine.addContainer({ name: 'web', state: 'running', status: 'Up 1 second' });
    engine.addContainer({ name: 'db' });
    surface.see(true);
    await drawn(tree);
    options.choose({ runningOnly: true });
    await clock.advance(300);
    expect(await drawn(tree)).toEqual(['web']);
    expect(surface.description).toBe('running');
    expect(contexts.get('gantry.containers.runningOnly')).toBe(true);
    options.choose({ filter: 'db' });
    await clock.advance(300);
    expect(await drawn(tree)).toEqual([]);
    expect(surface.description).toBe('running · “db”');
    expect(contexts.get('gantry.containers.welcome')).toBe('filtered');
    options.choose({ filter: '', runningOnly: false });
    await clock.advance(300);
    expect(await drawn(tree)).toEqual(['db', 'web']);
    expect(contexts.get('gantry.containers.welcome')).toBe('');
  });
});

test('an empty engine has a welcome of its own', async () => {
  const { tree, contexts, surface } = aTree();
  surface.see(true);
  expect(await tree.children()).toEqual([]);
  expect(contexts.get('gantry.containers.welcome')).toBe('empty');
});

test('a list that fails is told of above the rows', async () => {
  const { engine, tree, surface } = aTree();
  engine.failing = { containers: new EngineError('failed', 'layer does not exist') };
  surface.see(true);
  await tree.children();
  expect(surface.message).toBe('The engine could not list its containers: layer does not exist');
});

test('the badge counts while the view is live', async () => {
  const { engine, clock, tree, surface } = aTree();
  const { id } = engine.addContainer({ name: 'web' });
  surface.see(true);
  await drawn(tree);
  expect(surface.badge).toBeUndefined();
  await engine.containers.start(id);
  await clock.advance(300);
  expect(surface.badge).toEqual({ value: 1, tooltip: '1 running container' });
  engine.goAway();
  await clock.advance(300);
  expect(surface.badge).toBeUndefined();
});

test('another engine than the usual one is named', async () => {
  const { engine, tree, surface } = aTree();
  engine.endpoint = async () => ({ host: 'tcp://nas:2376', source: 'context', context: 'nas' });
  surface.see(true);
  await tree.children();
  expect(surface.description).toBe('nas');
});

test('does not show the containers that Gantry makes for its own work', async () => {
  const { engine, surface, tree } = aTree();
  engine.addContainer({ name: 'web' });
  engine.addContainer({ name: 'gantry-helper-1', labels: { [helperLabel]: 'host/1' } });
  surface.see(true);
  expect((await tree.children()).map((row) => tree.show(row).label)).toEqual(['web']);
});
