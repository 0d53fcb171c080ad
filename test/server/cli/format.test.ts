import { expect, test } from 'vitest';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { formatCommand } from '../../../server/src/cli/format.ts';
import { runCommand, type Outcome } from '../../support/commandLine.ts';

const messy = 'FROM  a\r\nrun b \\\r\nc\r\n';
const neat = 'FROM a\r\nRUN b \\\r\n    c\r\n';

function format(
  files: Readonly<Record<string, string | Buffer>>,
  args: readonly string[],
  stdin = '',
): Promise<Outcome> {
  return runCommand(formatCommand, args, { files, stdin });
}

test('writes what it changes, and names it', async () => {
  const { status, out, err, files } = await format({ Dockerfile: messy, 'a/Dockerfile': neat, 'a/x.md': messy }, ['.']);
  expect(files).toEqual({ Dockerfile: neat, 'a/Dockerfile': neat, 'a/x.md': messy });
  expect([status, out, err]).toEqual([0, 'Dockerfile\n', '']);
});

test('--check writes nothing and fails', async () => {
  expect(await format({ Dockerfile: messy, Containerfile: neat }, ['--check', '.'])).toMatchObject({
    status: 1,
    out: 'Dockerfile\n',
    files: { Dockerfile: messy },
  });
  expect(await format({ Dockerfile: neat }, ['--check', '.'])).toMatchObject({ status: 0, out: '' });
});

test('--diff shows what would change', async () => {
  const { status, out, files } = await format({ Dockerfile: 'FROM  a\n' }, ['--diff', 'Dockerfile']);
  expect([status, out]).toEqual([1, '--- Dockerfile\n+++ Dockerfile\n@@ -1,1 +1,1 @@\n-FROM  a\n+FROM a\n']);
  expect(files['Dockerfile']).toBe('FROM  a\n');
});

test.each([['-'], ['--stdin']])('%s is a filter', async (argument) => {
  expect(await format({}, [argument], messy)).toMatchObject({ status: 0, out: neat });
  expect(await format({}, [argument], neat)).toMatchObject({ status: 0, out: neat });
  expect(await format({}, ['--check', argument], messy)).toMatchObject({ status: 1, out: '-\n' });
});

test('has options for the style', async () => {
  const args = ['--casing', 'lower', '--indent', 'tab', '--sort-packages', '-'];
  const { out } = await format({}, args, 'FROM a\nRUN apk add \\\n  c \\\n  b');
  expect(out).toBe('from a\nrun apk add \\\n\tb \\\n\tc\n');
});

test('a file whose name says nothing is a Dockerfile when it is named', async () => {
  const { status, err, files } = await format({ build: messy }, ['build', 'x']);
  expect(files).toEqual({ build: neat });
  expect([status, err]).toEqual([2, 'gantry: x: no such file or folder\n']);
});

test('compose files are formatted, too', async () => {
  const text = 'volumes: {}\r\nservices:\r\n    web:\r\n        image:  a\r\n';
  const { status, out, files } = await format({ 'compose.yaml': text, 'other.yaml': text }, ['--indent', '2', '.']);
  expect(files).toEqual({
    'compose.yaml': 'volumes: {}\r\nservices:\r\n  web:\r\n    image: a\r\n',
    'other.yaml': text,
  });
  expect([status, out]).toEqual([0, 'compose.yaml\n']);
  expect(await format({}, ['--compose', '--sort-keys', '-'], text)).toMatchObject({
    out: 'services:\r\n    web:\r\n        image: a\r\nvolumes: {}\r\n',
  });
});

test('a compose file that cannot be read is named, with the line', async () => {
  expect(await format({ 'compose.yaml': 'a:\n  b: [\n' }, ['.'])).toMatchObject({
    status: 2,
    err: 'gantry: compose.yaml: line 2: This `[` is not closed with a `]`.\n',
  });
});

test('what is not UTF-8 is not written', async () => {
  const latin = Buffer.from(`# caf\u00E9\n${messy}`, 'latin1');
  const { status, err } = await format({ Dockerfile: latin }, ['.']);
  expect([status, err]).toEqual([2, expect.stringContaining('not UTF-8')]);
});

test.each([[[]], [['--indent', '9', 'x']], [['--indent', 'two', 'x']], [['--casing', 'title', 'x']], [['--nonsense']]])(
  '%j is wrong usage',
  async (args) => {
    await expect(format({}, args)).rejects.toThrow(UsageError);
  },
);

test('--help needs nothing else', async () => {
  expect((await format({}, ['--help'])).out).toContain('Usage: gantry format');
});
