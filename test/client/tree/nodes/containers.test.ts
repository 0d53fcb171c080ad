import { describe, expect, test } from 'vitest';
import type { Container } from '../../../../client/src/engine/model.ts';
import type { TreeNode } from '../../../../client/src/tree/node.ts';
import { containerNode } from '../../../../client/src/tree/nodes/container.ts';
import { containerRoots } from '../../../../client/src/tree/nodes/containers.ts';
import { everything, type ViewChoice } from '../../../../client/src/tree/viewChoice.ts';
import { childrenOf, tooltipOf, viewOf } from '../../../../client/src/tree/nodes/index.ts';
import { aContainer, composeLabels, now } from '../../../support/records.ts';

const all = everything;
const rootsOf = (containers: readonly Container[], choice: Partial<ViewChoice> = {}): TreeNode[] =>
  containerRoots({ containers }, { ...everything, ...choice });
const view = (given: Partial<Container>): ReturnType<typeof viewOf> => viewOf(containerNode(aContainer(given)), now);
/** The labels of the rows, children indented. */
const drawn = (nodes: readonly TreeNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${viewOf(node, now).label}`,
    ...(node.kind === 'containerGroup' ? drawn(childrenOf(node), depth + 1) : []),
  ]);

const shop = ['db', 'web-2', 'web-10', 'web-1'].map((service) =>
  aContainer({
    name: `shop-${service}`,
    labels: composeLabels('shop', service),
    state: service === 'db' ? 'exited' : 'running',
    ...(service === 'db' ? { exitCode: 0, image: 'postgres:17' } : {}),
  }),
);
const alone = [aContainer({ name: 'zeus' }), aContainer({ name: 'Adam' })];

test('compose projects first, then the others, in the order of a person', () => {
  expect(drawn(rootsOf([...alone, ...shop], all))).toEqual([
    'shop',
    '  db',
    '  web-1',
    '  web-2',
    '  web-10',
    'Adam',
    'zeus',
  ]);
});

test('the order does not depend on state, nor on the order of the engine', () => {
  const stopped = shop.map((container) => ({ ...container, state: 'exited' as const }));
  expect(drawn(rootsOf([...stopped].reverse(), all))).toEqual(drawn(rootsOf(shop, all)));
});

test.each([
  ['shop', ['shop', '  db', '  web-1', '  web-2', '  web-10']],
  ['WEB 10', ['shop', '  web-10']],
  ['postgres', ['shop', '  db']],
  ['exited', ['shop', '  db']],
  ['adam', ['Adam']],
  ['nothing', []],
])('filter "%s"', (filter, expected) => {
  expect(drawn(rootsOf([...shop, ...alone], { filter, runningOnly: false }))).toEqual(expected);
});

test('running only keeps what is paused or restarting', () => {
  const containers = (['created', 'running', 'paused', 'restarting', 'exited', 'dead', 'removing'] as const).map(
    (state) => aContainer({ name: state, state }),
  );
  expect(drawn(rootsOf(containers, { filter: '', runningOnly: true }))).toEqual(['paused', 'restarting', 'running']);
});

describe('a group', () => {
  const [group] = rootsOf(shop, all);

  test('says how many run', () => {
    expect(viewOf(group!, now)).toMatchObject({
      label: 'shop',
      description: '3/4 running',
      accessibilityLabel: 'compose project shop, 3/4 running',
      // Menus and icons are by these: what is partly running can be started and stopped.
      flags: ['partial'],
      icon: { id: 'layers-active' },
    });
  });

  test.each([
    ['layers', 'testing.iconPassed', ['running', 'running'], 'none'],
    ['layers-dot', 'disabledForeground', ['exited', 'created'], 'none'],
    ['layers', 'testing.iconFailed', ['running', 'running'], 'unhealthy'],
  ] as const)('icon %s %s', (id, color, states, health) => {
    const containers = states.map((state, n) =>
      aContainer({ name: `p-${n}`, state, health, labels: composeLabels('p', 'x') }),
    );
    expect(viewOf(rootsOf(containers, all)[0]!, now).icon).toEqual({ id, color });
  });
});

describe('a container', () => {
  test('shows ports, state and image', () => {
    const ports = [
      { containerPort: 80, hostPort: 8080, hostIp: '0.0.0.0', protocol: 'tcp' },
      { containerPort: 80, hostPort: 8080, hostIp: '::', protocol: 'tcp' },
      { containerPort: 53, hostPort: 53, hostIp: '127.0.0.1', protocol: 'udp' },
      { containerPort: 9000, protocol: 'tcp' },
    ] as const;
    expect(view({ ports })).toEqual({
      label: 'web',
      description: '127.0.0.1:53 → 53/udp, 8080 → 80 · Up 2 hours · busybox:latest',
      icon: { id: 'circle-filled', color: 'testing.iconPassed' },
      accessibilityLabel: 'web, Up 2 hours, ports 127.0.0.1:53 → 53/udp, 8080 → 80, image busybox:latest',
      flags: ['running', 'published'],
      expandable: 'collapsed',
    });
  });

  test.each<[Partial<Container>, string, string]>([
    [{}, 'circle-filled', 'Up 2 hours'],
    [{ since: now - 3 * 60_000 }, 'circle-filled', 'Up 3 minutes'],
    [{ since: now + 5000 }, 'circle-filled', 'Up a moment'],
    [{ health: 'healthy' }, 'pass-filled', 'Up 2 hours'],
    [{ health: 'starting' }, 'circle-large', 'Up 2 hours (starting)'],
    [{ health: 'unhealthy' }, 'warning', 'Up 2 hours (unhealthy)'],
    [{ state: 'paused' }, 'debug-pause', 'Paused'],
    [{ state: 'restarting' }, 'sync', 'Restarting'],
    [{ state: 'created' }, 'circle-outline', 'Created'],
    [{ state: 'removing' }, 'trash', 'Removing'],
    [{ state: 'dead' }, 'error', 'Dead'],
    [{ state: 'exited', exitCode: 0 }, 'circle-outline', 'Exited (0) 2 hours ago'],
    [{ state: 'exited', exitCode: 137 }, 'circle-outline', 'Exited (137) 2 hours ago'],
    [{ state: 'exited', exitCode: 1 }, 'error', 'Exited (1) 2 hours ago'],
  ])('%j', (given, icon, text) => {
    const { description, icon: shown } = view(given);
    expect(shown?.id).toBe(icon);
    expect(description).toBe(`${text} · busybox:latest`);
  });

  test('a state without a known beginning', () => {
    const { since: _since, ...container } = aContainer();
    expect(viewOf(containerNode(container), now).description).toBe('Running · busybox:latest');
  });

  test("the project's name is left out only where it is a prefix", () => {
    const label = (name: string): string => view({ name, labels: composeLabels('shop', 'web') }).label;
    expect(label('shop-web-1')).toBe('web-1');
    expect(label('shop_web_1')).toBe('web_1');
    expect(label('shopping')).toBe('shopping');
    expect(label('shop-')).toBe('shop-');
    expect(label('my-web')).toBe('my-web');
  });

  test('many ports', () => {
    const ports = [1, 2, 3, 4, 5].map((n) => ({ containerPort: n, hostPort: n, protocol: 'tcp' as const }));
    expect(view({ ports }).description).toContain('1 → 1, 2 → 2, 3 → 3, +2 · ');
  });

  test('children: ports, mounts, networks, each with an id of its own', () => {
    const node = containerNode(
      aContainer({
        ports: [
          { containerPort: 80, hostPort: 8080, hostIp: '0.0.0.0', protocol: 'tcp' },
          { containerPort: 80, hostPort: 8080, hostIp: '::', protocol: 'tcp' },
          { containerPort: 80, protocol: 'tcp' },
        ],
        mounts: [
          {
            type: 'volume',
            name: 'data',
            source: '/var/lib/docker/volumes/data/_data',
            target: '/data',
            readOnly: false,
          },
          { type: 'bind', source: '/home/me/src', target: '/src', readOnly: true },
        ],
        networks: [{ name: 'bridge', id: 'b'.repeat(64), ipv4: '172.17.0.2' }],
      }),
    );
    const children = childrenOf(node);
    expect(children.map((child) => [child.kind, viewOf(child, now).label, viewOf(child, now).description])).toEqual([
      ['port', '8080 → 80', 'port'],
      ['port', '80/tcp', 'port, not published'],
      ['mount', '/data', 'data'],
      ['mount', '/src', '/home/me/src · read-only'],
      ['attachment', 'bridge', '172.17.0.2'],
      ['section', 'Environment', undefined],
      ['section', 'Processes', undefined],
    ]);
    expect(new Set(children.map(({ id }) => id)).size).toBe(children.length);
  });

  test('its id is made of the engine’s id alone', () => {
    const ids = (['running', 'exited'] as const).map((state) => containerNode(aContainer({ state })).id);
    expect(ids[0]).toBe(ids[1]);
    expect(containerNode(aContainer()).id).toBe(containerNode({ ...aContainer(), name: 'renamed' }).id);
  });

  test('the tooltip takes nothing from the engine as Markdown', () => {
    const tooltip = tooltipOf(
      containerNode(
        aContainer({
          name: '[x](command:y)',
          command: '<img src=x onerror=alert(1)> ![](http://evil/i.png)\n# heading `code` **b** www.evil.com',
          labels: composeLabels('$(bug)', '| a | b |'),
        }),
      ),
      now,
    );
    expect(tooltip).not.toMatch(/(?<!\\)[<>[\]`#|]/);
    expect(tooltip).not.toMatch(/http:\/\/|www\./);
    expect(tooltip.split('\n').length).toBeLessThan(12);
  });

  test('a huge command and a thousand mounts stay a tooltip', () => {
    const mounts = Array.from({ length: 1000 }, (_, n) => ({
      type: 'bind',
      source: `/s${n}`,
      target: `/t${n}`,
      readOnly: false,
    }));
    const tooltip = tooltipOf(containerNode(aContainer({ command: 'x'.repeat(100_000), mounts })), now);
    expect(tooltip.length).toBeLessThan(2000);
    expect(tooltip).toContain('and 992 more');
  });
});
