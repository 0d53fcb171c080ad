import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createContexts } from '../../client/src/engine/endpoint/contexts.ts';
import { findExecutable } from '../../scripts/provision/find.ts';
import { testEngineHost } from '../support/engine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('the Docker CLI and Gantry read what the other one wrote', async (context) => {
  const docker = await findExecutable(['docker']);
  if (docker === undefined) return context.skip('there is no Docker CLI');
  await using temporary = await temporaryFolder();
  const folder = temporary.path;
  const cli = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)(docker, args, { env: { PATH: process.env['PATH'], DOCKER_CONFIG: folder } })).stdout;
  const contexts = createContexts({
    settings: () => ({ host: '', context: '' }),
    env: { DOCKER_CONFIG: folder },
    home: folder,
    platform: process.platform,
    log: { debug: () => {}, warn: () => {} },
  });
  await contexts.add({ name: 'ours', description: 'made here', host: testEngineHost });
  expect(JSON.parse(await cli('context', 'inspect', 'ours'))).toMatchObject([
    { Name: 'ours', Metadata: { Description: 'made here' }, Endpoints: { docker: { Host: testEngineHost } } },
  ]);
  const { version } = await contexts.check('ours');
  expect((await cli('--context', 'ours', 'version', '--format', '{{.Server.Version}}')).trim()).toBe(version);
  await cli('context', 'create', 'theirs', '--docker', 'host=tcp://127.0.0.1:1');
  await cli('context', 'use', 'theirs');
  expect((await contexts.list()).find(({ current }) => current)).toMatchObject({ name: 'theirs', stored: true });
  await contexts.remove('ours');
  expect(await cli('context', 'ls', '--format', '{{.Name}}')).not.toContain('ours');
});
