import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../client/src/compose/serviceState.ts';
import type { Container } from '../../../client/src/engine/model.ts';
import { composeLenses, type EngineView, type LensPart } from '../../../client/src/language/composeLens.ts';
import type { ComposeOutline } from '../../../server/src/protocol/requests.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const at = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 5 } });
const rest = { hasBuild: false, profiles: [], dependsOn: [], networks: [], volumes: [], ports: [] };
const outline: ComposeOutline = {
  name: 'shop',
  files: [],
  services: [
    { name: 'web', range: at(3), ...rest },
    { name: 'db', range: at(9), ...rest },
  ],
};
const endpoint = { host: 'unix:///run/docker.sock', source: 'default', context: 'default' } as const;

function container(service: string, given: Partial<Container> = {}): Container {
  const labels = { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': service };
  return new MemoryEngine().addContainer({ state: 'running', labels, ...given });
}

function shown(engine?: EngineView, shows: (part: LensPart) => boolean = () => true): string[] {
  return composeLenses(outline, { shows, ...(engine && { engine }) }).map(
    ({ line, title, does }) =>
      `${String(line)} ${title}${does.kind === 'command' ? ` → ${[does.command, ...does.services].join(' ')}` : ''}`,
  );
}

describe('lines above a compose file', () => {
  test('offer everything while no engine is connected, and tell no state', () => {
    expect(shown()).toEqual([
      '0 $(play) Up → gantry.compose.up',
      '0 $(debug-stop) Down → gantry.compose.down',
      '0 $(debug-restart) Restart → gantry.compose.restart',
      '0 $(output) Logs → gantry.compose.logs',
      '3 $(play) Up → gantry.compose.up web',
      '3 $(debug-stop) Down → gantry.compose.down web',
      '3 $(debug-restart) Restart → gantry.compose.restart web',
      '3 $(output) Logs → gantry.compose.logs web',
      '9 $(play) Up → gantry.compose.up db',
      '9 $(debug-stop) Down → gantry.compose.down db',
      '9 $(debug-restart) Restart → gantry.compose.restart db',
      '9 $(output) Logs → gantry.compose.logs db',
    ]);
  });

  test('tell how the containers are, link to ports, and offer only what there is something for', () => {
    const ports = [
      { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' },
      { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '::' },
    ] as const;
    const containers = [container('web', { ports, health: 'healthy' })];
    const without = (title: string): boolean => !/Down|Restart|Logs/.test(title);
    expect(shown({ containers, endpoint }).filter(without)).toEqual([
      '0 $(play) Up → gantry.compose.up',
      '0 $(pass-filled) running, healthy',
      '3 $(play) Up → gantry.compose.up web',
      '3 $(pass-filled) running, healthy',
      '3 $(globe) localhost:8080',
      '9 $(play) Up → gantry.compose.up db',
      '9 $(circle-outline) not started',
    ]);
    expect(shown({ containers, endpoint }).filter((title) => title.includes('Logs'))).toEqual([
      '0 $(output) Logs → gantry.compose.logs',
      '3 $(output) Logs → gantry.compose.logs web',
    ]);
  });

  test('can each be switched off', () => {
    const containers = [container('web')];
    expect(shown({ containers, endpoint }, (part) => part === 'state')).toEqual([
      '0 $(circle-filled) running',
      '3 $(circle-filled) running',
      '9 $(circle-outline) not started',
    ]);
    expect(shown({ containers, endpoint }, () => false)).toEqual([]);
  });

  test('are not there without services', () => {
    expect(composeLenses({ ...outline, services: [] }, { shows: () => true })).toEqual([]);
  });
});

describe('the state of several containers', () => {
  test.each<[string, Partial<Container>[]]>([
    ['down: not started', []],
    ['running: 2/2 running', [{}, {}]],
    ['partial: 2/3 running, healthy', [{ health: 'healthy' }, {}, { state: 'exited', exitCode: 0 }]],
    ['unhealthy: 2/2 running, unhealthy', [{ health: 'healthy' }, { health: 'unhealthy' }]],
    ['starting: running, starting', [{ health: 'starting' }]],
    ['failed: exited with code 3', [{ state: 'exited', exitCode: 3 }]],
    ['stopped: exited with code 137', [{ state: 'exited', exitCode: 137 }]],
    ['stopped: 0/2 running', [{ state: 'exited', exitCode: 0 }, { state: 'created' }]],
    ['stopped: paused', [{ state: 'paused' }]],
  ])('%s', (expected, given) => {
    const { condition, text } = stateOf(given.map((one) => container('web', one)));
    expect(`${condition}: ${text}`).toBe(expected);
  });
});
