import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { budgets, kilobytes, loadedBytes, sizes } from '../../scripts/budgets.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { printTable } from './table.ts';

/** What is shipped, against its budgets. */
const root = resolve(import.meta.dirname, '../..');
await using folder = await temporaryFolder();
const vsix = join(folder.path, 'gantry.vsix');
const packed = spawnSync(process.execPath, [join(root, 'scripts/package.ts'), vsix], { cwd: root, encoding: 'utf8' });
if (packed.status !== 0) throw new Error(packed.stderr);
const limits: Readonly<Record<string, number | undefined>> = budgets;
printTable(
  'Sizes',
  ['file', 'size', 'budget'],
  [
    ...(await sizes(join(root, 'dist'))).map(([name, size]) => {
      const limit = limits[name];
      return [name, kilobytes(size), limit === undefined ? '' : kilobytes(limit)];
    }),
    [
      'what `activate` loads',
      kilobytes(await loadedBytes(join(root, 'dist'), 'extension.cjs')),
      kilobytes(budgets.activation),
    ],
    ['VSIX', kilobytes((await stat(vsix)).size), kilobytes(budgets.vsix)],
  ],
);
