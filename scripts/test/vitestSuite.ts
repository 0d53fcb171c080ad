import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Tally } from './tally.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs one of vitest's projects, its output streamed. A run that fails without a failed test counts as one failure. */
export async function runVitest(suite: string, options: { results: string; env: NodeJS.ProcessEnv }): Promise<Tally> {
  await mkdir(options.results, { recursive: true });
  const report = join(options.results, `${suite}.json`);
  await rm(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--project=${suite}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...options.env } },
  );
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject).on('close', settle);
  });
  const text = await readFile(report, 'utf8').catch(() => '{}');
  const {
    numPassedTests: passed = 0,
    numFailedTests: failed = 0,
    numPendingTests: pending = 0,
    numTodoTests: todo = 0,
  } = JSON.parse(text) as Record<string, number | undefined>;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: pending + todo };
}
