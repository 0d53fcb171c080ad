// The first thing `npm start` and `npm test` run, so it must run on any Node 20: it installs what package-lock.json
// says when that is not what is installed, then hands over to a TypeScript script on the Node of our dev dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
const stamp = join(root, 'node_modules', '.gantry-installed');

function run(command, parameters, options = {}) {
  const result = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  if (result.error) {
    console.error(`cannot run ${command}: ${result.error.message}`);
    process.exit(1);
  }
  return result.status ?? 1;
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node);
if (!installed) {
  console.log('Installing dependencies (npm ci)…');
  const status = run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  if (status !== 0) {
    console.error('npm ci failed; the lines above say why.');
    process.exit(status);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}
process.exit(run(node, [join(root, 'scripts', `${script}.ts`), ...args]));
