import { describe, expect, test } from 'vitest';
import { toContainer } from '../../../client/src/engine/translate/container.ts';
import { toCreateBody } from '../../../client/src/engine/translate/create.ts';
import { toEvent } from '../../../client/src/engine/translate/event.ts';
import { toImage, toImageDefaults, toLayer } from '../../../client/src/engine/translate/image.ts';
import { containerRecord, eventRecord, imageRecord } from '../../support/fakeEngine.ts';

const container = (more: Record<string, unknown>) => toContainer(containerRecord('web', more))!;

describe('a container', () => {
  test('has the name that is its own, not a link’s', () => {
    expect(container({ Names: ['/other/alias', '/web'] }).name).toBe('web');
    expect(container({ Names: [] }).name).toMatch(/^[0-9a-f]{12}$/);
  });

  test('has its health from a field or from words', () => {
    const of = (Status: string, more = {}) => container({ Status, ...more }).health;
    expect(of('Up 3 minutes')).toBe('none');
    expect(of('Up 3 minutes (healthy)')).toBe('healthy');
    expect(of('Up 3 minutes (unhealthy)')).toBe('unhealthy');
    expect(of('Up 2 seconds (health: starting)')).toBe('starting');
    expect(of('Up 2 seconds (Paused)')).toBe('none');
    expect(of('Up 2 seconds', { Health: { Status: 'healthy' } })).toBe('healthy');
    expect(of('Up 2 seconds (healthy)', { Health: { Status: 'none' } })).toBe('none');
  });

  test('has a state that we know, also from Podman, and an exit code when it is over', () => {
    const of = (State: string, Status: string) => {
      const { exitCode, state } = container({ State, Status });
      return [state, exitCode];
    };
    expect(of('exited', 'Exited (137) 2 hours ago')).toEqual(['exited', 137]);
    expect(of('dead', 'Dead')).toEqual(['dead', undefined]);
    expect(of('restarting', 'Restarting (1) 3 seconds ago')).toEqual(['restarting', undefined]);
    expect(of('configured', 'Created')).toEqual(['created', undefined]);
    expect(of('stopped', 'Exited (0) 1 second ago')).toEqual(['exited', 0]);
    expect(of('', 'Up 1 second')).toEqual(['running', undefined]);
    expect(of('unheard-of', '')).toEqual(['exited', undefined]);
  });

  test('has its ports in order, without those that make no sense', () => {
    const Ports = [
      { IP: '::', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
      { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
      { PrivatePort: 53, Type: 'udp' },
      { PrivatePort: 53, Type: 'tcp' },
      { PrivatePort: 0, Type: 'tcp' },
      { PrivatePort: 1, Type: 'quic' },
      'what',
    ];
    expect(container({ Ports }).ports).toEqual([
      { containerPort: 53, protocol: 'tcp' },
      { containerPort: 53, protocol: 'udp' },
      { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' },
      { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '::' },
    ]);
  });

  test('has mounts, networks and labels; what is not as it should be is empty', () => {
    const full = container({
      Mounts: [{ Type: 'volume', Name: 'v', Source: '/s', Destination: '/d', RW: false }],
      NetworkSettings: { Networks: { net: { NetworkID: 'n', IPAddress: '10.0.0.2', GlobalIPv6Address: 'fd::2' } } },
      Labels: { a: '1', b: 2 },
    });
    expect(full.mounts).toEqual([{ type: 'volume', name: 'v', source: '/s', target: '/d', readOnly: true }]);
    expect(full.networks).toEqual([{ name: 'net', id: 'n', ipv4: '10.0.0.2', ipv6: 'fd::2' }]);
    expect(full.labels).toEqual({ a: '1' });
    const odd = container({
      Mounts: null,
      NetworkSettings: [],
      Labels: 'x',
      Ports: {},
      Created: 'long ago',
      Command: null,
    });
    expect(odd).toMatchObject({ mounts: [], networks: [], labels: {}, ports: [], createdAt: 0, command: '' });
  });
});

test('mounts are in one order, whatever the order of the engine', () => {
  const mount = (target: string): object => ({ Type: 'volume', Destination: target });
  const mounts = container({ Mounts: ['/c', '/a', '/b'].map(mount) }).mounts;
  expect(mounts.map(({ target }) => target)).toEqual(['/a', '/b', '/c']);
});

describe('an image', () => {
  test('knows what leads to it', () => {
    expect(toImage(imageRecord('b:1', { RepoTags: ['b:1', 'a:1'], RepoDigests: ['b@sha256:1'] }))).toMatchObject({
      tags: ['a:1', 'b:1'],
      digests: ['b@sha256:1'],
      dangling: false,
      createdAt: 1_700_000_000_000,
    });
    const none = { RepoTags: ['<none>:<none>'], RepoDigests: ['<none>@<none>'] };
    expect(toImage(imageRecord('x', none))).toMatchObject({ tags: [], digests: [], dangling: true });
    expect(toImage(imageRecord('x', { RepoTags: null, RepoDigests: ['b@sha256:1'] }))!.dangling).toBe(false);
    expect(toImage({})).toBeUndefined();
  });

  test('has a history without the ids that are missing', () => {
    expect(toLayer({ Id: '<missing>', Created: 5, CreatedBy: 'RUN x', Size: 7, Tags: null, Comment: 'c' })).toEqual({
      createdAt: 5000,
      createdBy: 'RUN x',
      size: 7,
      comment: 'c',
      tags: [],
    });
  });

  test('tells how it wants to be run, whatever is left out', () => {
    expect(toImageDefaults({ Config: { ExposedPorts: { '80': {}, '53/udp': {}, 'x/tcp': {} }, Cmd: null } })).toEqual({
      exposedPorts: [
        { containerPort: 80, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp' },
      ],
      volumes: [],
      env: [],
      command: [],
      entrypoint: [],
      workingDirectory: '',
      user: '',
    });
    expect(toImageDefaults(null).command).toEqual([]);
  });
});

test('an event of a type that we do not know is none', () => {
  const event = eventRecord('start', containerRecord('web'));
  expect(toEvent(event)).toMatchObject({ type: 'container', action: 'start', attributes: { name: 'web' } });
  expect(toEvent({ ...event, timeNano: undefined })!.time).toBe(1_700_000_000_000);
  for (const bad of [null, 'x', {}, { ...event, Type: 'moon' }, { ...event, Action: undefined }])
    expect(toEvent(bad)).toBeUndefined();
});

describe('what to create', () => {
  test('tells volumes of the host and of names from those that have no source', () => {
    const volumes = ['/data', 'named:/n', '/host:/h:ro', 'C:\\data:C:\\d', 'C:\\anonymous'];
    const body = toCreateBody({ image: 'a', volumes }) as { Volumes: object; HostConfig: { Binds: string[] } };
    expect(Object.keys(body.Volumes)).toEqual(['/data', 'C:\\anonymous']);
    expect(body.HostConfig.Binds).toEqual(['named:/n', '/host:/h:ro', 'C:\\data:C:\\d']);
  });

  test('publishes a port more than once, and leaves alone what is not asked for', () => {
    const ports = [
      { containerPort: 80, protocol: 'tcp', hostPort: 8080 },
      { containerPort: 80, protocol: 'tcp', hostPort: 8081, hostIp: '127.0.0.1' },
      { containerPort: 443, protocol: 'tcp' },
    ] as const;
    const body = toCreateBody({ image: 'a', ports });
    expect(body).toMatchObject({
      Image: 'a',
      ExposedPorts: { '80/tcp': {}, '443/tcp': {} },
      HostConfig: {
        AutoRemove: false,
        PortBindings: {
          '80/tcp': [
            { HostIp: '', HostPort: '8080' },
            { HostIp: '127.0.0.1', HostPort: '8081' },
          ],
        },
      },
    });
    for (const key of ['Cmd', 'Entrypoint', 'Env', 'User', 'WorkingDir', 'Tty', 'OpenStdin'])
      expect(body).not.toHaveProperty(key);
  });
});
