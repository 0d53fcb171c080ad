import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { fixAll } from '../../../server/src/cli/fixing.ts';
import { lintCommand } from '../../../server/src/cli/lint.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import { runCommand, type Outcome } from '../../support/commandLine.ts';

const adds = 'FROM alpine:3.20\r\nADD a /b\r\nADD c /d\r\nUSER 1000\r\n';
const copies = 'FROM alpine:3.20\r\nCOPY a /b\r\nCOPY c /d\r\nUSER 1000\r\n';

function fix(
  files: Readonly<Record<string, string | Buffer>>,
  args: readonly string[] = ['.'],
  options: Omit<Parameters<typeof runCommand>[2], 'files'> = {},
): Promise<Outcome> {
  return runCommand(lintCommand, ['--fix', ...args], { files, ...options });
}

describe('--fix', () => {
  test('writes the file, and reports what is left', async () => {
    const untagged = `\uFEFF${adds.replace(':3.20', '')}`;
    const { status, out, err, files } = await fix({ Dockerfile: untagged, 'a/Dockerfile': copies });
    expect(files).toEqual({ Dockerfile: `\uFEFF${copies.replace(':3.20', '')}`, 'a/Dockerfile': copies });
    expect(out).toMatch(/^Dockerfile:1:\d+ warning/);
    expect([status, err]).toEqual([1, 'gantry: Dockerfile: 2 problems (2 DL3020 copy-instead-of-add) fixed\n']);
  });
  test('is content when nothing is left', async () => {
    expect(await fix({ Dockerfile: adds })).toMatchObject({ status: 0, out: '' });
  });
  test('keeps the mode of a file, and links', async () => {
    const prepare = async (folder: string): Promise<void> => {
      await chmod(join(folder, 'real'), 0o751);
      await symlink('real', join(folder, 'Dockerfile'));
    };
    const { files, modes } = await fix({ real: adds }, ['Dockerfile'], { prepare });
    expect(files).toEqual({ real: copies, Dockerfile: copies });
    expect(modes['real']).toBe(0o751);
  });
  test('does not write what is not UTF-8', async () => {
    const latin = Buffer.from(`# caf\u00E9\n${adds}`, 'latin1');
    const { status, err, files } = await fix({ Dockerfile: latin });
    expect([status, err]).toEqual([2, expect.stringContaining('not UTF-8')]);
    expect(files['Dockerfile']).toContain('ADD a /b');
  });
  test('writes standard input to standard output, and the report elsewhere', async () => {
    const { out, err, status } = await fix({}, ['-'], { stdin: adds.replace(':3.20', '') });
    expect(out).toBe(copies.replace(':3.20', ''));
    expect(err).toContain('-:1:6 warning');
    expect(status).toBe(1);
    await expect(fix({ Dockerfile: adds }, ['-', 'Dockerfile'], { stdin: adds })).rejects.toThrow(UsageError);
  });
  test('with --dry-run shows the changes and writes nothing', async () => {
    const { status, out, err, files } = await fix({ Dockerfile: adds.replaceAll('\r', '') }, ['--dry-run', '.']);
    expect(out).toBe(
      `--- Dockerfile
+++ Dockerfile
@@ -1,4 +1,4 @@
 FROM alpine:3.20
-ADD a /b
-ADD c /d
+COPY a /b
+COPY c /d
 USER 1000
`,
    );
    expect(files['Dockerfile']).toContain('ADD a /b');
    expect([status, err]).toEqual([1, 'gantry: Dockerfile: 2 problems (2 DL3020 copy-instead-of-add) can be fixed\n']);
  });
});

describe('fixing in rounds', () => {
  /** A problem at every such word, with a fix that writes another. */
  const at = (text: string, word: string, newText: string, more: Partial<Problem> = {}): Problem[] =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
      const range = { start: { line: 0, character: index }, end: { line: 0, character: index + word.length } };
      const edits = [{ range, newText }];
      const fix = { title: '', safe: true, edits };
      const problem: Problem = { id: word, kind: 'rule', codes: [], severity: 'error', range, message: '', fix };
      return Object.assign(problem, more);
    });

  test('goes on until nothing is left, and counts all', async () => {
    const { text, fixed, problems } = await fixAll('a a', async (now) => [...at(now, 'a', 'b'), ...at(now, 'b', 'c')]);
    expect([text, fixed.map(({ id }) => id), problems]).toEqual(['c c', ['a', 'a', 'b', 'b'], []]);
  });
  test('takes no fix that is not safe', async () => {
    const unsafe = { fix: { title: '', safe: false, edits: [] } };
    const { text, fixed, problems } = await fixAll('a', async (now) => at(now, 'a', 'b', unsafe));
    expect([text, fixed, problems.length]).toEqual(['a', [], 1]);
  });
  test('ends when fixes undo each other', async () => {
    const { text } = await fixAll('a', async (now) => [...at(now, 'a', 'b'), ...at(now, 'b', 'a')]);
    expect(['a', 'b']).toContain(text);
  });
  test('takes back a round that breaks the file', async () => {
    const { text, fixed } = await fixAll('a', async (now) => [
      ...at(now, 'a', 'broken'),
      ...at(now, 'broken', '', { kind: 'syntax' }),
    ]);
    expect([text, fixed]).toEqual(['a', []]);
  });
});
