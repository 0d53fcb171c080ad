import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { withFile } from '../support/editor.ts';
import { grammarsOf, tokenizer } from '../support/grammars.ts';
import { scopeFaults } from '../support/scopes.ts';

const names: Readonly<Record<string, string>> = {
  Dockerfile: 'dockerfile',
  'Dockerfile.prod': 'dockerfile',
  'web.dockerfile': 'dockerfile',
  'Web.Dockerfile': 'dockerfile',
  Containerfile: 'dockerfile',
  'Containerfile.dev': 'dockerfile',
  'web.containerfile': 'dockerfile',
  'compose.yaml': 'dockercompose',
  'compose.prod.yml': 'dockercompose',
  'docker-compose.override.yml': 'dockercompose',
  'podman-compose.yaml': 'dockercompose',
  'values.yaml': 'yaml',
  '.dockerignore': 'ignore',
  '.containerignore': 'ignore',
  'Dockerfile.dockerignore': 'ignore',
  'Containerfile.web.dockerignore': 'ignore',
};

suite('languages', () => {
  for (const [name, languageId] of Object.entries(names)) {
    test(`${name} is ${languageId}`, async () => {
      await withFile({ name, text: '\n' }, async (document) => {
        assert.equal(document.languageId, languageId);
      });
    });
  }
});

const scopes: Readonly<Record<string, string>> = {
  dockerfile: 'source.dockerfile',
  dockercompose: 'source.yaml.compose',
  ignore: 'source.ignore',
};

/** The same fixtures as in the unit suite, here with the grammars that this very editor brings. */
suite("colors with VS Code's own grammars", () => {
  const root = vscode.extensions.getExtension('gantry.gantry')?.extensionPath ?? '';
  const folder = join(root, 'test/client/syntaxes/fixtures');
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.txt'))) {
    test(path, async () => {
      const [language = ''] = path.split(/[\\/]/);
      const base = grammarsOf(
        vscode.extensions.all
          .filter(({ id }) => id.startsWith('vscode.'))
          .map(({ extensionPath, packageJSON }) => ({ path: extensionPath, manifest: packageJSON as object })),
      );
      const tokens = await tokenizer({ root, base, scopeName: scopes[language] ?? '' });
      assert.deepEqual(scopeFaults(readFileSync(join(folder, path), 'utf8').trimEnd(), tokens), []);
    });
  }
});
