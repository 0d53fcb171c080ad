import { expect, test as plain } from 'vitest';
import { engineAt, readText } from '../../support/engine.ts';
import { startFakeEngine, type FakeEngine } from '../../support/fakeEngine.ts';

const test = plain.extend<{ fake: FakeEngine }>({
  fake: async ({}, use) => {
    const fake = await startFakeEngine();
    fake.on('POST /containers/web/exec', (_request, response) => void response.writeHead(201).end('{"Id":"run"}'));
    await use(fake);
    await fake.dispose();
  },
});
const exec = (fake: FakeEngine) => engineAt(fake.host).containers.exec('web', { command: ['bash'], terminal: true });

/** Newer engines refuse to start what is not there, instead of saying so in the output. */
test('a start that is refused is a session that says so and has ended', async ({ fake }) => {
  for (const [message, code] of [
    [
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found',
      127,
    ],
    ['OCI runtime exec failed: exec failed: permission denied: unknown', 126],
  ] as const) {
    fake.on('POST /exec/run/start', (_request, response) => {
      response.writeHead(400).end(JSON.stringify({ message }));
    });
    const session = await exec(fake);
    expect(await readText(session.output)).toBe(`${message}\r\n`);
    expect(await session.exitCode()).toBe(code);
    session.write('x');
    session.endInput();
    await session.resize({ columns: 1, rows: 1 });
    session.close();
  }
});

test('any other refusal is an error, and so is an engine that keeps the connection', async ({ fake }) => {
  fake.on('POST /exec/run/start', (_request, response) => void response.writeHead(409).end('{"message":"is paused"}'));
  await expect(exec(fake)).rejects.toMatchObject({ kind: 'conflict', message: 'is paused' });
  fake.on('POST /exec/run/start', (_request, response) => void response.writeHead(200).end('output'));
  await expect(exec(fake)).rejects.toMatchObject({ kind: 'unsupported' });
});
