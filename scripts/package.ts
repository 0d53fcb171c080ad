import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { kilobytes, sizes } from './budgets.ts';

/** Builds what is shipped and packs it into `gantry-<version>.vsix`, or the file named by the first argument. */
const root = resolve(import.meta.dirname, '..');
const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;
const out = resolve(process.argv[2] ?? join(root, `${name}-${version}.vsix`));

function run(script: string, ...parameters: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...parameters], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('scripts/build.ts');
// The bundles carry their dependencies. Links of the README stay as they are: they are for the repository's own page.
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--no-rewrite-relative-links',
  '--allow-missing-repository',
  `--out=${out}`,
);
for (const [file, size] of await sizes(join(root, 'dist'))) console.log(`${kilobytes(size).padStart(9)}  dist/${file}`);
console.log(`${kilobytes((await stat(out)).size).padStart(9)}  ${out}`);
