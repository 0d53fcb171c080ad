import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { lintCommand } from '../../../server/src/cli/lint.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { asUnprivileged } from '../../support/unprivileged.ts';

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `gantry lint` in a folder with these files. */
async function lint(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  { env = {}, stdin = '' }: { env?: Readonly<Record<string, string>>; stdin?: string } = {},
): Promise<Outcome> {
  await using folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), text);
  }
  let [out, err] = ['', ''];
  const status = await lintCommand(args, {
    env: { XDG_CONFIG_HOME: folder.path, ...env },
    cwd: folder.path,
    terminal: false,
    stdin: () => Promise.resolve(stdin),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

const clean = 'FROM alpine:3.20\nUSER 1000\n';
const warning = 'FROM alpine\n';

test('JSON is one array, with places from 1', async () => {
  const { status, out, err } = await lint({ Dockerfile: 'FROM alpine:3.20\nADD x /y\n' }, [
    '--format',
    'json',
    'Dockerfile',
  ]);
  expect(JSON.parse(out)).toEqual([
    {
      file: 'Dockerfile',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 4,
      level: 'error',
      code: 'copy-instead-of-add',
      codes: ['DL3020'],
      message: expect.stringContaining('COPY') as string,
    },
  ]);
  expect([status, err]).toEqual([1, '']);
});

test('for people it shows the place, the names and the line', async () => {
  const { out } = await lint({ Dockerfile: '\tFROM alpine\n' }, ['Dockerfile']);
  expect(out).toMatch(
    /^Dockerfile:1:7 warning: .*\[DL3006, tag-base-image\]\n {4}\tFROM alpine\n {4}\t {5}\^{6}\n1 problem /,
  );
});

test('control characters of a file do not reach the terminal', async () => {
  const { out } = await lint({ Dockerfile: 'FROM a\u001B[31mb\n' }, ['Dockerfile']);
  expect(out).not.toContain('\u001B');
});

describe('status', () => {
  test('0 when there is nothing', async () => {
    expect(await lint({ Dockerfile: clean }, ['Dockerfile'])).toEqual({ status: 0, out: '', err: '' });
  });
  test('1 at the threshold, 0 below it', async () => {
    const config = { '.hadolint.yaml': 'failure-threshold: error\n' };
    expect((await lint({ Dockerfile: warning }, ['Dockerfile'])).status).toBe(1);
    expect((await lint({ Dockerfile: warning, ...config }, ['Dockerfile'])).status).toBe(0);
    expect((await lint({ Dockerfile: 'FROM a:1\nADD x /y\n', ...config }, ['Dockerfile'])).status).toBe(1);
  });
  test('of a style problem only where the threshold is as low', async () => {
    const style = 'override: {style: [DL3006]}\n';
    expect((await lint({ Dockerfile: warning, '.hadolint.yaml': style }, ['.'])).status).toBe(0);
    expect(
      (await lint({ Dockerfile: warning, '.hadolint.yaml': `${style}failure-threshold: none\n` }, ['.'])).status,
    ).toBe(1);
  });
  test('0 with --no-fail, by option, file or environment', async () => {
    expect((await lint({ Dockerfile: warning }, ['--no-fail', 'Dockerfile'])).status).toBe(0);
    expect((await lint({ Dockerfile: warning, '.hadolint.yaml': 'no-fail: true' }, ['Dockerfile'])).status).toBe(0);
    expect((await lint({ Dockerfile: warning }, ['Dockerfile'], { env: { HADOLINT_NOFAIL: '1' } })).status).toBe(0);
  });
  test('2 for what cannot be read, and the others are linted all the same', async () => {
    const { status, out, err } = await lint({ Dockerfile: warning, 'x/keep': '' }, [
      'missing',
      '-f',
      'x',
      'Dockerfile',
      '--no-fail',
    ]);
    expect(status).toBe(2);
    expect(out).toContain('DL3006');
    expect(err.split('\n').sort()).toEqual(['', 'gantry: missing: no such file or folder', 'gantry: x: is a folder']);
  });
  test('2 for a configuration that cannot be read, whose rest counts', async () => {
    const files = { Dockerfile: warning, '.hadolint.yaml': 'ignored: [DL3006]\noverride: 3\n' };
    const { status, out, err } = await lint(files, ['Dockerfile']);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('override');
  });
});

test.each([[[]], [['--format', 'xml', 'x']], [['--nonsense', 'x']], [['--format']]])(
  '%j is wrong usage',
  async (args) => {
    await expect(lint({}, args)).rejects.toThrow(UsageError);
  },
);

test('--help needs nothing else', async () => {
  expect((await lint({}, ['--help'])).out).toContain('Usage');
});

test('folders are searched for Dockerfiles', async () => {
  const names = ['Dockerfile', 'Containerfile', 'a/Dockerfile.dev', 'a/web.dockerfile'];
  const others = ['a/Dockerfile-notes.md', 'node_modules/x/Dockerfile', 'a/README'];
  const files = Object.fromEntries([...names, ...others].map((name) => [name, warning]));
  const { out } = await lint(files, ['.', '--format=json']);
  const found = (JSON.parse(out) as { file: string }[]).map(({ file }) => file);
  expect([...new Set(found)].sort()).toEqual(names.sort());
});

test('- is standard input, read as a Dockerfile', async () => {
  const { out } = await lint({}, ['-', '--format=json'], { stdin: warning });
  expect(JSON.parse(out)).toMatchObject([{ file: '-', codes: ['DL3006'] }]);
});

test('-f names a file whose name says nothing', async () => {
  expect((await lint({ build: warning }, ['-f', 'build'])).out).toContain('DL3006');
});

test('build arguments count, those without a value from the environment', async () => {
  const text = 'ARG BASE=acme/app:1\nFROM $BASE\nENV X=$Y\n';
  const codes = async (args: string[], env = {}): Promise<unknown> =>
    JSON.parse((await lint({ Dockerfile: text }, ['--format=json', 'Dockerfile', ...args], { env })).out);
  expect(await codes([])).toEqual([]);
  expect(await codes(['--build-arg', 'BASE=alpine:3'])).toMatchObject([{ codes: ['UndefinedVar'] }]);
  expect(await codes(['--build-arg', 'BASE'], { BASE: 'alpine:3' })).toMatchObject([{ codes: ['UndefinedVar'] }]);
});

test('each file has the configuration of its own folder', async () => {
  const files = { 'a/Dockerfile': warning, 'b/Dockerfile': warning, 'a/.hadolint.yaml': 'ignored: [DL3006]' };
  const { out } = await lint(files, ['--format=json', 'a', 'b']);
  expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual(['b/Dockerfile']);
});

test('a file that may not be read', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'Dockerfile');
  await writeFile(path, clean);
  await chmod(path, 0);
  await asUnprivileged(folder.path, async () => {
    const { err, status } = await lint({}, [path]);
    expect(err).toContain('permission denied');
    expect(status).toBe(2);
  });
});
