import { describe, expect, it } from 'vitest';
import {
  formatPort,
  parseEnvFile,
  parsePort,
  resolveVolume,
  volumeProblem,
} from '../../../client/src/commands/image/runOptions.ts';
import { isInteractive, suggestedName, suggestedPorts } from '../../../client/src/commands/image/suggestedRun.ts';

describe('ports', () => {
  it.each([
    ['8080:80', { hostPort: 8080, containerPort: 80, protocol: 'tcp' }],
    ['80', { hostPort: 0, containerPort: 80, protocol: 'tcp' }],
    [':80', { hostPort: 0, containerPort: 80, protocol: 'tcp' }],
    ['53:53/UDP', { hostPort: 53, containerPort: 53, protocol: 'udp' }],
    ['127.0.0.1:8080:80', { hostIp: '127.0.0.1', hostPort: 8080, containerPort: 80, protocol: 'tcp' }],
    ['127.0.0.1::80', { hostIp: '127.0.0.1', hostPort: 0, containerPort: 80, protocol: 'tcp' }],
    ['[::1]:8080:80', { hostIp: '::1', hostPort: 8080, containerPort: 80, protocol: 'tcp' }],
  ])('%s', (text, port) => {
    expect(parsePort(text)).toEqual(port);
  });

  it.each(['', 'x', '80:x', '0', '65536', '99999:80', '8000-8010:80', '80/icmp'])('%j is refused', (text) => {
    expect(parsePort(text)).toBeTypeOf('string');
  });

  it.each(['8080:80', '80', '53:53/udp'])('%s is written as it was read', (text) => {
    const port = parsePort(text);
    expect(typeof port === 'string' ? port : formatPort(port)).toBe(text);
  });

  it('are suggested as they are, or alike, or the next that is free', async () => {
    const taken = new Set([80, 3000, 3001, 8443, 443]);
    const exposedPorts = [80, 443, 3000, 5432].map((containerPort) => ({ containerPort, protocol: 'tcp' as const }));
    const ports = await suggestedPorts({ exposedPorts }, async (port) => !taken.has(port));
    expect(ports.map(formatPort)).toEqual(['8080:80', '8444:443', '3002:3000', '5432:5432']);
    expect((await suggestedPorts({ exposedPorts }, async () => false)).map(formatPort)).toEqual([
      '80',
      '443',
      '3000',
      '5432',
    ]);
  });
});

describe('volumes', () => {
  const where = { folder: '/src/shop', home: '/home/ada' };

  it.each([
    ['./data:/data', '/src/shop/data:/data'],
    ['.:/app:ro', '/src/shop:/app:ro'],
    ['~/x:/x', '/home/ada/x:/x'],
    ['/a b:/c', '/a b:/c'],
    ['cache:/var/cache', 'cache:/var/cache'],
    ['/data', '/data'],
    ['C:\\data:/data', 'C:\\data:/data'],
    ['C:\\data:C:\\app:ro', 'C:\\data:C:\\app:ro'],
  ])('%s', (text, resolved) => {
    expect(volumeProblem(text)).toBeUndefined();
    expect(resolveVolume(text, where)).toBe(resolved);
  });

  it.each(['', 'data', 'cache:data', 'a b:/data', 'a/b:/data', '/a:'])('%j is refused', (text) => {
    expect(volumeProblem(text)).toBeTypeOf('string');
  });
});

describe('environment files', () => {
  it('are read as docker reads them: nothing is quoted, nothing is replaced', () => {
    const text = '\uFEFF# comment\r\nA=1\r\n  B="two words" # no comment\n\nC=$A\nD=\nHOME\nNOT_THERE\nE=a=b\n';
    expect(parseEnvFile(text, { HOME: '/home/ada' })).toEqual([
      'A=1',
      'B="two words" # no comment',
      'C=$A',
      'D=',
      'HOME=/home/ada',
      'E=a=b',
    ]);
  });

  it.each([
    ['A=1\nexport B=2', 'Line 2'],
    ['=x', 'Line 1'],
  ])('%j is refused', (text, problem) => {
    expect(parseEnvFile(text, {})).toContain(problem);
  });
});

describe('what an image suggests', () => {
  const defaults = { exposedPorts: [], volumes: [], env: [], entrypoint: [], workingDirectory: '', user: '' };

  it.each([
    [['sh'], true],
    [['/bin/bash'], true],
    [['python3'], true],
    [['node'], true],
    [['node', 'server.js'], false],
    [['nginx'], false],
    [[], false],
  ])('%j', (command, interactive) => {
    expect(isInteractive({ ...defaults, command })).toBe(interactive);
  });

  it('is no terminal where something is served', () => {
    expect(
      isInteractive({ ...defaults, command: ['sh'], exposedPorts: [{ containerPort: 80, protocol: 'tcp' }] }),
    ).toBe(false);
  });

  it('is a name that nobody has', () => {
    expect(suggestedName('localhost:5000/team/web:1', [])).toBe('web');
    expect(suggestedName('web', [{ name: 'web' }, { name: 'web-2' }])).toBe('web-3');
    expect(suggestedName('x', [])).toBe('container');
  });
});
