import { expect, test } from 'vitest';
import { composeCommandLine, type ComposeCall } from '../../../client/src/compose/commandLine.ts';

const v2 = { program: '/usr/bin/docker', prefix: ['compose'], version: '2.39.1' };
const v1 = { program: '/usr/bin/docker-compose', prefix: [], version: '1.29.2' };
const project = { name: 'shop', directory: '/src/shop', files: [], envFiles: [], named: false };
const local = { host: 'unix:///run/docker.sock', source: 'default', context: 'default' } as const;

const line = (call: Partial<ComposeCall>) =>
  composeCommandLine({ cli: v2, project, endpoint: local, command: ['up', '--detach'], ...call });

test('the project’s own files are Compose’s to find, in its folder', () => {
  expect(line({})).toEqual({
    program: '/usr/bin/docker',
    args: ['compose', 'up', '--detach'],
    cwd: '/src/shop',
    env: { DOCKER_HOST: 'unix:///run/docker.sock', DOCKER_CONTEXT: '', DOCKER_TLS_VERIFY: '', DOCKER_TLS: '' },
  });
});

test('files, name, env files, profiles and services are words of their own, whatever is in them', () => {
  const { args } = line({
    project: { ...project, files: ['/a b/$(x).yaml', '/c.yaml'], envFiles: ['/e;f.env'], named: true },
    profiles: ['debug', '--help'],
    services: ['web', 'db'],
  });
  const files = ['--file', '/a b/$(x).yaml', '--file', '/c.yaml', '--project-name', 'shop', '--env-file', '/e;f.env'];
  const rest = ['--profile=debug', '--profile=--help', 'up', '--detach', 'web', 'db'];
  expect(args).toEqual(['compose', ...files, ...rest]);
});

test('a service that is called as an option is none', () => {
  expect(line({ services: ['web', '--volumes'] }).args.slice(-3)).toEqual(['--', 'web', '--volumes']);
});

test('the engine is the one that Gantry shows', () => {
  const remote = { host: 'tcp://far:2376', source: 'setting', context: 'default' } as const;
  expect(line({ endpoint: remote }).env).toEqual({ DOCKER_HOST: 'tcp://far:2376', DOCKER_CONTEXT: '' });
  const context = { host: 'tcp://lab:2376', source: 'context', context: 'lab' } as const;
  expect(line({ endpoint: context })).toMatchObject({
    args: ['compose', 'up', '--detach'],
    env: { DOCKER_HOST: '', DOCKER_CONTEXT: 'lab' },
  });
  // The old one does not look at the variable.
  expect(line({ endpoint: context, cli: v1 }).args).toEqual(['--context=lab', 'up', '--detach']);
});
