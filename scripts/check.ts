import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Everything that must be green before a commit, in order of cost; goes on after a failure so that one run says all. */
const root = resolve(import.meta.dirname, '..');
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['generate', ['node', 'scripts/generate.ts', '--check']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['lint', ['oxlint', '--deny-warnings']],
  ['types', ['tsc', '-b']],
  ['knip', ['knip', '--no-progress']],
  ['unit', ['vitest', 'run', '--project', 'unit', '--reporter', 'dot']],
];

const failed: string[] = [];
for (const [name, [command = '', ...args]] of steps) {
  const started = performance.now();
  const { status } = spawnSync(resolve(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed.push(name);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
