import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Data of others that is not code of a bundled package. */
const data = `tree-sitter-bash.wasm is the grammar of tree-sitter-bash (MIT).
The table of compose keys and their descriptions is compiled from the Compose Specification's JSON schema
(https://github.com/compose-spec/compose-spec, Apache-2.0), as the package dclint (MIT) carries it.`;

/**
 * The licences of everything that the bundles contain, as one text: a chapter per package, found by the bundler's list
 * of inputs (paths from `root`). A package without a licence file is named with the licence of its manifest.
 */
export async function notices(root: string, inputs: Iterable<string>): Promise<string> {
  const folders = new Set(['node_modules/tree-sitter-bash', 'node_modules/dclint']);
  for (const path of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const chapters = new Map<string, string>();
  for (const folder of folders) {
    const { name, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as {
      name: string;
      license?: string;
    };
    const file = (await readdir(join(root, folder))).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? '' : `\n${(await readFile(join(root, folder, file), 'utf8')).trim()}\n`;
    chapters.set(name, `${name} (${license ?? 'see below'})\n${text}`);
  }
  const rule = `\n${'-'.repeat(80)}\n\n`;
  const sorted = [...chapters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chapter]) => chapter);
  return [`Gantry contains work of others.\n\n${data}\n`, ...sorted].join(rule);
}
