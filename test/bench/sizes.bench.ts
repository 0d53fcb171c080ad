import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { budgets, kilobytes, loadedBytes, sizes } from '../../scripts/budgets.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { printTable } from './table.ts';

/** What is shipped, against its budgets. */
const root = resolve(import.meta.dirname, '../..');
await using folder = await temporaryFolder();
const dist = join(root, 'dist');
const vsix = join(folder.path, 'gantry.vsix');
const packed = spawnSync(process.execPath, [join(root, 'scripts/package.ts'), vsix], { cwd: root, encoding: 'utf8' });
if (packed.status !== 0) throw new Error(packed.stderr);
printTable(
  'Sizes',
  ['file', 'size', 'budget'],
  [
    ...(await sizes(dist)).map(([name, size]) => [name, kilobytes(size), '']),
    ['what `activate` loads', kilobytes(await loadedBytes(dist, 'extension.cjs')), kilobytes(budgets.activation)],
    [
      'what the server loads',
      kilobytes((await loadedBytes(dist, 'server.cjs')) + (await stat(join(dist, 'shell.cjs'))).size),
      kilobytes(budgets.server),
    ],
    ['VSIX', kilobytes((await stat(vsix)).size), kilobytes(budgets.vsix)],
  ],
);
