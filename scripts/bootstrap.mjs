// The first thing `npm start` and `npm test` run, so it must run on any Node 20: it installs what package-lock.json
// says when that is not what is installed, then hands over to a TypeScript script on the Node of our dev dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const modules = join(root, 'node_modules');
const node = join(modules, '.bin', windows ? 'node.cmd' : 'node');
const stamp = join(modules, '.gantry-installed');

function npm(...parameters) {
  const result = spawnSync('npm', [...parameters, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (result.error) console.error(`cannot run npm: ${result.error.message}`);
  if (result.error || result.status !== 0) {
    console.error(`npm ${parameters[0]} failed; the lines above say why.`);
    process.exit(result.status ?? 1);
  }
}

/** A linked node_modules belongs to another checkout, which looks after it. */
const linked = existsSync(modules) && lstatSync(modules).isSymbolicLink();
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node);
if (!installed && !linked) {
  console.log('Installing dependencies (npm install)…');
  // Only these two need their install scripts; the rest would try to compile add-ons that we do not use.
  // Not `npm ci`: it refuses a lock file that lacks other platforms' add-ons, and a mirror of the registry may lack them.
  npm('install', '--no-save', '--ignore-scripts');
  npm('rebuild', 'node', 'esbuild');
  writeFileSync(stamp, lock);
}

const child = spawn(node, [join(root, 'scripts', `${script}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  shell: windows,
});
// Ctrl-C reaches the child by itself (same terminal); this one waits for it to tidy up. The others must be passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`cannot run ${node}: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
