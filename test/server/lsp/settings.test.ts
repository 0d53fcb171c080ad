import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { SettingsSource } from '../../../server/src/lsp/settings.ts';
import { serverSettings } from '../../../server/src/protocol/readSettings.ts';

const client: ClientCapabilities = { workspace: { configuration: true } };

/** A connection to an editor that answers with what `answer` says of a key. */
function connection(answer: (key: string) => unknown): Connection {
  const getConfiguration = (items: readonly { section: string }[]): Promise<unknown> =>
    Promise.resolve(items.map(({ section }) => answer(section)));
  return { workspace: { getConfiguration } } as unknown as Connection;
}

test('an editor that can be asked is asked for every setting of the server', async () => {
  const asked: string[] = [];
  const source = new SettingsSource(
    connection((key) => asked.push(key)),
    { client, initial: undefined },
  );
  await source.for('file:///Dockerfile');
  expect(asked).toEqual(serverSettings);
});

test('what it does not know is what it said at the start', async () => {
  const initial = { gantry: { format: { casing: 'lower' }, lint: { enable: false } } };
  const answers: Readonly<Record<string, unknown>> = { 'gantry.lint.enable': true };
  const source = new SettingsSource(
    connection((key) => answers[key] ?? null),
    { client, initial },
  );
  expect(await source.for('file:///Dockerfile')).toMatchObject({
    'gantry.format.casing': 'lower',
    'gantry.lint.enable': true,
    'gantry.format.sortPackages': false,
  });
});
