import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Builds, and runs every `test/bench/*.bench.ts` in turn, or those whose names start with one of the arguments. A
 * bench is a script that prints a table (`test/bench/table.ts`); it measures and never fails for being slow.
 */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'test/bench');
const asked = process.argv.slice(2);

function run(script: string): boolean {
  return spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' }).status === 0;
}

const names = (await readdir(folder))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => asked.length === 0 || asked.some((start) => name.startsWith(start)))
  .sort();
if (!run(join(root, 'scripts/build.ts'))) process.exit(1);
const failed = names.filter((name) => !run(join(folder, name)));
if (names.length === 0) console.error(`no bench is called ${asked.join(' or ')}`);
if (failed.length > 0) console.error(`could not be measured: ${failed.join(', ')}`);
if (failed.length > 0 || names.length === 0) process.exitCode = 1;
