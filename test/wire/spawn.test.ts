import { fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

const dist = resolve(import.meta.dirname, '../../dist');
const uri = 'file:///project/Dockerfile';

/** Shakes hands, opens a Dockerfile, reads its problems, and ends the server as the protocol has it. */
async function converse(client: ProtocolConnection): Promise<PublishDiagnosticsParams> {
  const pushed = new Promise<PublishDiagnosticsParams>((done) => {
    client.onNotification('textDocument/publishDiagnostics', done);
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const text = 'FROM debian:12\nRUN apt-get update | tee /log\n';
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text },
  });
  const diagnostics = await pushed;
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  return diagnostics;
}

const expected = { uri, version: 1, diagnostics: [{ code: 'clean-apt-lists' }, { code: 'pipefail' }] };

test('the bundles are built', () => {
  expect(existsSync(resolve(dist, 'server.cjs')), 'npm run build first').toBe(true);
});

test.each([
  ['server.cjs', ['--stdio']],
  ['cli.cjs', ['lsp']],
])('%s %j speaks LSP on standard input and output, and ends when told', async (bundle, args) => {
  const server = spawn(process.execPath, [resolve(dist, bundle), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((done) => server.once('exit', done));
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  expect(await converse(client)).toMatchObject(expected);
  expect(await ended).toBe(0);
  client.dispose();
});

test('server.cjs speaks LSP over the channel of a forked process', async () => {
  const server = fork(resolve(dist, 'server.cjs'), ['--node-ipc']);
  const ended = new Promise((done) => server.once('exit', done));
  const client = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  expect(await converse(client)).toMatchObject(expected);
  expect(await ended).toBe(0);
  client.dispose();
});
