import { expect } from 'vitest';
import type { TerminalSession } from '../../client/src/engine/engine.ts';
import { readText } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('exec');

/** Reads a session on, piece by piece. */
function reading(session: TerminalSession) {
  const iterator = session.output[Symbol.asyncIterator]();
  const output: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
  return (until?: string | RegExp) => readText(output, until);
}

test('runs a shell in a terminal: input, size, resize, exit code', async ({ real }) => {
  const id = await real.run();
  const session = await real.engine.containers.exec(id, {
    command: ['sh'],
    terminal: true,
    user: 'guest',
    workingDirectory: '/tmp',
    env: ['GREETING=hello'],
    size: { columns: 132, rows: 40 },
  });
  const read = reading(session);
  session.write('stty size\n');
  // The size may arrive after the shell has started: ask until it has.
  let seen = await read(/\d+ \d+\r\n/);
  while (!seen.includes('40 132')) {
    session.write('stty size\n');
    seen = await read(/\d+ \d+\r\n/);
  }
  await session.resize({ columns: 80, rows: 24 });
  session.write('echo "$GREETING from $(whoami) in $PWD"; stty size\n');
  expect(await read('24 80')).toContain('hello from guest in /tmp');
  session.write("sh -c 'echo beg''un; sleep 1000'\n");
  await read('begun');
  session.write('\u0003');
  await read('$ ');
  session.write('exit 7\n');
  await read();
  expect(await session.exitCode()).toBe(7);
  await session.resize({ columns: 10, rows: 10 });
});

test('without a terminal: both outputs, end of input, exit code', async ({ real }) => {
  const session = await real.engine.containers.exec(await real.run(), {
    command: ['sh', '-c', 'cat; echo problem >&2; exit 3'],
    terminal: false,
  });
  session.write('grüße\n');
  session.endInput();
  const text = await reading(session)();
  expect(text).toContain('grüße\n');
  expect(text).toContain('problem\n');
  expect(await session.exitCode()).toBe(3);
});

test('a command that is not there says so and ends with 126 or 127', async ({ real }) => {
  for (const terminal of [true, false]) {
    const session = await real.engine.containers.exec(await real.run(), { command: ['bash'], terminal });
    expect(await reading(session)()).toMatch(/executable file not found/);
    expect([126, 127]).toContain(await session.exitCode());
  }
});

test('close leaves the process as it is', async ({ real }) => {
  const id = await real.run();
  const session = await real.engine.containers.exec(id, { command: ['sleep', '500'], terminal: true });
  session.close();
  await reading(session)();
  expect(await session.exitCode()).toBeUndefined();
  session.write('ignored');
  session.endInput();
});

test('refuses a container that does not run', async ({ real }) => {
  const exec = real.engine.containers.exec(await real.create(), { command: ['sh'], terminal: true });
  await expect(exec).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringMatching(/is not running/) as string,
  });
  const nowhere = real.engine.containers.exec('gantry-none', { command: ['sh'], terminal: true });
  await expect(nowhere).rejects.toMatchObject({ kind: 'not-found' });
});

test('keeps up with a lot of output', async ({ real }) => {
  const session = await real.engine.containers.exec(await real.run(), {
    command: ['sh', '-c', 'yes 0123456789 | head -c 20000000'],
    terminal: false,
  });
  let bytes = 0;
  for await (const chunk of session.output) bytes += chunk.length;
  expect(bytes).toBe(20_000_000);
  expect(await session.exitCode()).toBe(0);
});

test('attach: replays, talks, detaches, and knows the exit code of an auto-removed container', async ({ real }) => {
  const { containers } = real.engine;
  const id = await real.create({
    command: ['sh', '-c', 'echo ready; read x; echo got $x; exit 5'],
    interactive: true,
    autoRemove: true,
  });
  const session = await containers.attach(id, { size: { columns: 100, rows: 30 } });
  await containers.start(id);
  const read = reading(session);
  await read('ready');
  await session.resize({ columns: 90, rows: 20 });
  session.write('\u0010\u0011');
  await read();
  expect(await session.exitCode()).toBeUndefined();
  expect((await containers.list({ ids: [id] }))[0]!.state).toBe('running');

  const again = await containers.attach(id, { logs: true });
  const readAgain = reading(again);
  await readAgain('ready');
  again.write('word\n');
  expect(await readAgain()).toContain('got word');
  expect(await again.exitCode()).toBe(5);
  await expect.poll(() => containers.list({ ids: [id] })).toEqual([]);
});

test('attach to a container without a terminal takes the frames apart', async ({ real }) => {
  const { containers } = real.engine;
  const id = await real.create({ command: ['sh', '-c', 'echo out; echo err >&2; exit 2'] });
  const session = await containers.attach(id, {});
  await containers.start(id);
  const text = await reading(session)();
  expect(text.split('\n').sort()).toEqual(['', 'err', 'out']);
  expect(await session.exitCode()).toBe(2);
});
