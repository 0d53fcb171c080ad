import { expect } from 'vitest';
import { collect, readText } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('logs');
const never = new AbortController().signal;

test('tells stdout from stderr, with tail, timestamps and since', async ({ real }) => {
  const { containers } = real.engine;
  const id = await real.run({ command: ['sh', '-c', 'echo one; sleep 1.2; echo two >&2; sleep 0.2; echo three'] });
  await expect.poll(async () => (await containers.list({ ids: [id] }))[0]!.state, { timeout: 20_000 }).toBe('exited');
  const read = async (options: object) => {
    const chunks = await collect(containers.logs(id, { follow: false, ...options }, never));
    return chunks.map(({ data, stream }) => [stream, Buffer.from(data).toString('utf8')]);
  };
  expect(await read({})).toEqual([
    ['stdout', 'one\n'],
    ['stderr', 'two\n'],
    ['stdout', 'three\n'],
  ]);
  expect(await read({ tail: 1 })).toEqual([['stdout', 'three\n']]);
  const [[, stamped]] = (await read({ timestamps: true, tail: 2 })) as [[string, string]];
  expect(stamped).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z two\n$/);
  const at = Date.parse(stamped.split(' ')[0]!);
  expect(await read({ since: at })).toHaveLength(2);
  expect(await read({ until: at - 500 })).toEqual([['stdout', 'one\n']]);
});

test("a terminal's log is raw", async ({ real }) => {
  const id = await real.run({ interactive: true, command: ['sh', '-c', 'echo grüße; exit'] });
  expect(await readText(real.engine.containers.logs(id, { follow: true }, never))).toBe('grüße\r\n');
});

test('follows to the end of the container', async ({ real }) => {
  const id = await real.run({ command: ['sh', '-c', 'for n in 1 2 3; do echo $n; sleep 0.2; done'] });
  expect(await readText(real.engine.containers.logs(id, { follow: true }, never))).toBe('1\n2\n3\n');
});

test('abort ends a quiet follow at once', async ({ real }) => {
  const id = await real.run({ command: ['sh', '-c', 'echo ready; sleep 600'] });
  const abort = new AbortController();
  const logs = real.engine.containers.logs(id, { follow: true }, abort.signal);
  await expect(
    (async () => {
      for await (const { data } of logs) {
        expect(Buffer.from(data).toString()).toBe('ready\n');
        abort.abort();
      }
    })(),
  ).rejects.toMatchObject({ name: 'AbortError' });
});

test('a lot of small lines arrive complete, also at a slow reader', async ({ real }) => {
  const { containers } = real.engine;
  const id = await real.run({ command: ['sh', '-c', 'seq 1 200000'] });
  // The whole log is written before it is read, so that only our reading is on trial, not how an engine ends a follow.
  await expect.poll(async () => (await containers.list({ ids: [id] }))[0]!.state, { timeout: 60_000 }).toBe('exited');
  let bytes = 0;
  for await (const { data } of containers.logs(id, { follow: true }, never)) {
    bytes += data.length;
    if (bytes % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(bytes).toBe(1_288_895);
});

test('leaving the loop closes the connection; a missing container is "not-found"', async ({ real }) => {
  const id = await real.run({ command: ['sh', '-c', 'while :; do echo x; done'] });
  for await (const chunk of real.engine.containers.logs(id, { follow: true }, never)) {
    expect(chunk.stream).toBe('stdout');
    break;
  }
  await real.engine.containers.stop(id, { timeoutSeconds: 0 });
  await expect(collect(real.engine.containers.logs('gantry-none', { follow: false }, never))).rejects.toMatchObject({
    kind: 'not-found',
  });
});
