import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import prettier from 'prettier';
import { dockerfileGrammar } from './generate/dockerfileGrammar.ts';
import { composeSchema } from './generate/composeSchema.ts';
import { generatedContributes, restrictedSettings } from './generate/manifest.ts';
import { rulesPages } from './generate/rulesPages.ts';
import { settingsPage } from './generate/settingsPage.ts';

/**
 * Writes every derived file, or with `--check` says which of them is not what it would write and fails.
 * Derived: parts of package.json (commands, menus, configuration, restricted settings) and the pages under docs/.
 */
const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');

async function manifest(): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const json = JSON.parse(text) as {
    contributes: Record<string, unknown>;
    capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  };
  Object.assign(json.contributes, generatedContributes());
  json.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings();
  return format(json);
}

function format(value: unknown, parser = 'json-stringify'): Promise<string> {
  return prettier.format(JSON.stringify(value), { parser, printWidth: 120 });
}

/** Path from the root -> text. Folders in `owned` hold derived files only: what is not derived any more is deleted. */
const derived = new Map<string, string>([
  ['package.json', await manifest()],
  ['docs/settings.md', settingsPage()],
  ...(await rulesPages()),
  ['syntaxes/dockerfile.tmLanguage.json', await format(dockerfileGrammar(), 'json')],
  ['server/src/compose/schema/compose.data.ts', await composeSchema(root)],
]);
const owned: readonly string[] = ['docs/rules'];

const stale: string[] = [];
for (const [path, text] of derived) {
  const present = await readFile(join(root, path), 'utf8').catch(() => undefined);
  if (present === text) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
for (const folder of owned) {
  for (const name of await readdir(join(root, folder)).catch(() => [])) {
    const path = `${folder}/${name}`;
    if (derived.has(path)) continue;
    stale.push(path);
    if (!check) await rm(join(root, path));
  }
}
if (stale.length > 0) console.log(`${check ? 'not up to date (npm run generate)' : 'written'}: ${stale.join(', ')}`);
if (check && stale.length > 0) process.exitCode = 1;
