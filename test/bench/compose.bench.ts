import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeText } from '../support/composeText.ts';
import { compareServers, type ServerCommand } from './languageServer.ts';

const root = resolve(import.meta.dirname, '../..');
const resolveFrom = createRequire(import.meta.url).resolve;
const packageFolder = (name: string, file: string): string => join(dirname(resolveFrom(`${name}/package.json`)), file);
const schema = pathToFileURL(join(root, 'node_modules/dclint/schemas/compose.schema.json')).href;

const servers: readonly ServerCommand[] = [
  { name: 'gantry', script: join(root, 'dist/server.cjs'), args: ['--stdio'] },
  {
    name: 'compose-language-service',
    script: join(root, 'node_modules/@microsoft/compose-language-service/bin/docker-compose-langserver'),
    args: ['--stdio'],
    // It waits for a second after each edit unless it is told not to.
    initializationOptions: { diagnosticDelay: 0 },
  },
  // It waits for 200 ms after each edit, whatever it is told; that is in its figures.
  {
    name: 'yaml-language-server',
    script: packageFolder('yaml-language-server', 'bin/yaml-language-server'),
    args: ['--stdio'],
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemaStore: { enable: false },
        schemas: { [schema]: '*.yaml' },
      },
    },
  },
];

for (const [count, rounds] of [
  [4, 60],
  [41, 40],
  [210, 12],
] as const) {
  // A word that is no key stands at the end of the last service: there is something to report and to complete.
  const text = composeText({ services: count }).replace(/\n(?=networks:\n)/, '    po\n\n');
  const lines = text.split('\n');
  const middle = (part: string): number =>
    lines.findIndex((line, index) => index > lines.length / 3 && line.includes(part));
  const edited = middle('    image: ');
  const from = (lines[edited] ?? '').indexOf('service-');
  const hovered = middle('    healthcheck:');
  await compareServers(`A compose file of ${lines.length - 1} lines`, servers, {
    sample: { uri: 'file:///bench/compose.yaml', languageId: 'dockercompose', text },
    rounds,
    places: {
      edit: { line: edited, from, texts: ['servixe-', 'service-'] },
      completion: { line: lines.indexOf('    po'), character: 6 },
      hover: { line: hovered, character: 6 },
      symbolsAndFormatting: true,
    },
  });
}
