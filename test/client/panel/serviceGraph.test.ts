import { expect, test } from 'vitest';
import { serviceGraph } from '../../../client/src/panel/graph/serviceGraph.ts';
import type { ComposeOutline } from '../../../server/src/protocol/requests.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const at = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const rest = { range: at, dependsOn: [], networks: [], volumes: [] };
const outline: ComposeOutline = {
  name: 'shop',
  files: [],
  services: [
    {
      name: 'web',
      ...rest,
      image: 'shop/web',
      hasBuild: true,
      profiles: [],
      ports: [
        { published: '80', target: '8080', protocol: 'tcp' },
        { hostIp: '127.0.0.1', published: '53', target: '53', protocol: 'udp' },
      ],
    },
    { name: 'adminer', ...rest, hasBuild: false, profiles: ['tools', 'debug'], ports: [] },
  ],
};

test('a graph says of each service what it is, and nothing of its state while no engine is connected', () => {
  const { services, profiles, project } = serviceGraph(outline);
  expect(project).toBe('shop');
  expect(profiles).toEqual(['debug', 'tools']);
  expect(services[0]).toMatchObject({ image: 'built here · shop/web', ports: ['80 → 8080', '127.0.0.1:53 → 53/udp'] });
  expect(services[0]).not.toHaveProperty('state');
});

test('with an engine each service has its state, that of no container too', () => {
  const labels = { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'web' };
  const other = { ...labels, 'com.docker.compose.project': 'other', 'com.docker.compose.service': 'adminer' };
  const engine = new MemoryEngine();
  const containers = [labels, other].map((own) =>
    engine.addContainer({ labels: own, state: 'running', health: 'starting' }),
  );
  expect(serviceGraph(outline, containers).services.map(({ state }) => state)).toEqual([
    { condition: 'starting', text: 'running, starting' },
    { condition: 'down', text: 'not started' },
  ]);
});
