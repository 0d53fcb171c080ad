import { expect, test } from 'vitest';
import { languagesOf, takeFeatures } from '../../../client/src/language/features.ts';
import { Restarts } from '../../../client/src/language/restarts.ts';
import { rolesOf } from '../../../client/src/language/roles.ts';

test('what the server offers is taken from the library and registered where it is wanted', () => {
  const capabilities = {
    textDocumentSync: { openClose: true },
    completionProvider: { triggerCharacters: [' '] },
    documentFormattingProvider: true,
    hoverProvider: false,
    diagnosticProvider: { identifier: 'gantry', interFileDependencies: false, workspaceDiagnostics: false },
    workspace: { workspaceFolders: { supported: true } },
  };
  const features = takeFeatures(capabilities);
  expect(capabilities).toEqual({
    textDocumentSync: { openClose: true },
    hoverProvider: false,
    workspace: { workspaceFolders: { supported: true } },
  });
  const roles = {
    dockerfile: rolesOf('problems', { editing: false, problems: [] }),
    dockercompose: rolesOf('on', { editing: false, problems: [] }),
  };
  expect(features.map((feature) => [feature.method, feature.options, languagesOf(feature, roles)])).toEqual([
    ['textDocument/completion', { triggerCharacters: [' '] }, ['dockercompose']],
    ['textDocument/formatting', {}, ['dockercompose']],
    [
      'textDocument/diagnostic',
      { identifier: 'gantry', interFileDependencies: false, workspaceDiagnostics: false },
      ['dockerfile', 'dockercompose'],
    ],
  ]);
});

test('a server that dies now and then is started again, one that dies all the time is not', () => {
  let now = 0;
  const restarts = new Restarts({ deaths: 3, within: 1000 }, () => now);
  expect(restarts.died()).toBe(true);
  now = 600;
  expect(restarts.died()).toBe(true);
  now = 1500;
  expect(restarts.died()).toBe(true);
  now = 1590;
  expect(restarts.died()).toBe(false);
});
