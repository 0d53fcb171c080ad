import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cliName, findComposeCli, isOldCompose } from '../../../client/src/compose/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Two folders of programs; `says` answers what each program writes, by its path from the root and its arguments. */
async function machine(files: readonly string[], says: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const root = folder.path;
  for (const file of files) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), '');
    await chmod(join(root, file), 0o755);
  }
  const asked: string[] = [];
  return {
    root,
    asked,
    find: (setting = '', path = [join(root, 'one'), join(root, 'two')].join(delimiter)) =>
      findComposeCli({
        setting,
        env: { PATH: path },
        platform: 'linux',
        ask: async (program, args) => {
          const call = [program.slice(root.length + 1), ...args].join(' ');
          asked.push(call);
          return says[call];
        },
      }),
  };
}

describe('the Compose CLI', () => {
  test('is a part of docker where docker has it', async () => {
    const { root, find } = await machine(['one/docker', 'one/docker-compose'], {
      'one/docker compose version --short': '2.39.1\n',
    });
    const cli = await find();
    expect(cli).toEqual({ program: join(root, 'one/docker'), prefix: ['compose'], version: '2.39.1' });
    expect(cli && cliName(cli)).toBe('docker compose');
  });

  test('is a program of its own else, wherever on the PATH', async () => {
    const { root, find, asked } = await machine(['one/docker', 'two/docker-compose'], {
      'two/docker-compose version --short': '1.29.2\n',
    });
    const cli = await find();
    expect(cli).toEqual({ program: join(root, 'two/docker-compose'), prefix: [], version: '1.29.2' });
    expect(cli && isOldCompose(cli)).toBe(true);
    expect(asked).toEqual(['one/docker compose version --short', 'two/docker-compose version --short']);
  });

  test('is the one of the setting, and no other', async () => {
    const { root, find } = await machine(['one/docker', 'else/podman'], {
      'one/docker compose version --short': '2.39.1\n',
      'else/podman compose version --short': 'v2.20',
    });
    expect(await find(join(root, 'else/podman'))).toMatchObject({ prefix: ['compose'], version: '2.20' });
    expect(await find('docker')).toMatchObject({ version: '2.39.1' });
    expect(await find('nerdctl')).toBeUndefined();
    expect(await find('else/podman')).toBeUndefined();
  });

  test('is never looked for in the folder that happens to be the current one', async () => {
    const { find } = await machine([], {});
    expect(await find('', `.${delimiter}${delimiter}relative`)).toBeUndefined();
  });

  test('is asked for real', async () => {
    const { root } = await machine([], {});
    await writeFile(join(root, 'docker-compose'), '#!/bin/sh\n[ "$*" = "version --short" ] && echo 2.40.0\n');
    await chmod(join(root, 'docker-compose'), 0o755);
    await writeFile(join(root, 'docker'), '#!/bin/sh\necho "unknown command" >&2; exit 1\n');
    await chmod(join(root, 'docker'), 0o755);
    const cli = await findComposeCli({ setting: '', env: { PATH: root }, platform: 'linux' });
    expect(cli).toMatchObject({ program: join(root, 'docker-compose'), version: '2.40.0' });
  });
});
