import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ruleDocs, rulePages } from '../../../server/src/workspace/ruleDocs.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('a rule has its page in the package, and a code of ShellCheck in its wiki', async () => {
  await using folder = await temporaryFolder();
  const dist = join(folder.path, 'dist');
  expect(ruleDocs(dist)('pipefail')).toBeUndefined();
  expect(ruleDocs(dist)('SC2086')).toBe('https://www.shellcheck.net/wiki/SC2086');
  await mkdir(join(folder.path, 'docs', 'rules'), { recursive: true });
  expect(ruleDocs(dist)('pipefail')).toBe(pathToFileURL(join(folder.path, 'docs/rules/pipefail.md')).href);
  expect(ruleDocs(dist)('SC2086')).toBe('https://www.shellcheck.net/wiki/SC2086');
});

test('a page is read beside the program', async () => {
  await using folder = await temporaryFolder();
  const dist = join(folder.path, 'dist');
  expect(rulePages(dist)('pipefail')).toBeUndefined();
  await mkdir(join(folder.path, 'docs', 'rules'), { recursive: true });
  await writeFile(join(folder.path, 'docs/rules/pipefail.md'), '# Pipes\r\n\r\nWhy.\r\n');
  await writeFile(join(folder.path, 'docs/secret.md'), 'no page of a rule');
  expect(rulePages(dist)('pipefail')).toBe('# Pipes\n\nWhy.\n');
  expect(rulePages(dist)('absent')).toBeUndefined();
  expect(rulePages(dist)('../secret')).toBeUndefined();
});
