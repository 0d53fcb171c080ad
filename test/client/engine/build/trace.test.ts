import { expect, test } from 'vitest';
import type { BuildStep } from '../../../../client/src/engine/build/build.ts';
import { MessageWriter } from '../../../../client/src/engine/build/protobuf.ts';
import { BuildTrace } from '../../../../client/src/engine/build/trace.ts';

const time = (seconds: number, nanos = 0): Buffer => new MessageWriter().number(1, seconds).number(2, nanos).finish();

function vertex(more: { cached?: boolean; started?: Buffer; completed?: Buffer; error?: string }): Buffer {
  const writer = new MessageWriter()
    .text(1, 'sha256:a')
    .text(3, '[1/2] RUN x')
    .number(4, more.cached ? 1 : 0);
  if (more.started) writer.message(5, more.started);
  if (more.completed) writer.message(6, more.completed);
  return new MessageWriter().message(1, writer.text(7, more.error ?? '').finish()).finish();
}

function log(bytes: Uint8Array, stream = 1): Buffer {
  return new MessageWriter()
    .message(3, new MessageWriter().text(1, 'sha256:a').number(3, stream).bytes(4, bytes).finish())
    .finish();
}

test('a step goes from waiting to its end, and is told only when it has changed', () => {
  const trace = new BuildTrace();
  const states = (message: Buffer): (BuildStep['state'] | undefined)[] =>
    [...trace.read(message)].map((event) => (event.kind === 'step' ? event.step.state : undefined));
  expect(states(vertex({}))).toEqual(['waiting']);
  expect(states(vertex({ started: time(10) }))).toEqual(['running']);
  expect(states(vertex({ started: time(10) }))).toEqual([]);
  expect(states(vertex({ started: time(10), completed: time(12, 500_000_000) }))).toEqual(['done']);
  expect([...trace.steps]).toEqual([
    { id: 'sha256:a', name: '[1/2] RUN x', state: 'done', startedAt: 10_000, completedAt: 12_500 },
  ]);
  expect(states(vertex({ cached: true, completed: time(1) }))).toEqual(['cached']);
  expect(states(vertex({ error: 'exit code: 1' }))).toEqual(['failed']);
  expect(states(vertex({ error: 'context canceled: context canceled' }))).toEqual(['cancelled']);
});

test('logs are text, also when a character is cut, and streams do not mix', () => {
  const trace = new BuildTrace();
  const read = (message: Buffer) =>
    [...trace.read(message)].map((event) => (event.kind === 'log' ? [event.stream, event.text] : event));
  const text = Buffer.from('aü');
  expect(read(log(text.subarray(0, 2)))).toEqual([['stdout', 'a']]);
  expect(read(log(Buffer.from('err'), 2))).toEqual([['stderr', 'err']]);
  expect(read(log(text.subarray(2)))).toEqual([['stdout', 'ü']]);
});

test('progress and warnings; what is not known is passed over', () => {
  const status = new MessageWriter().text(1, 'transferring').text(2, 'sha256:a').number(4, 5).number(5, 10).finish();
  const warning = new MessageWriter().text(1, 'sha256:a').text(3, 'careful').finish();
  const message = new MessageWriter().message(2, status).message(4, warning).text(9, 'new').number(10, 1).finish();
  expect([...new BuildTrace().read(message)]).toEqual([
    { kind: 'progress', step: 'sha256:a', name: 'transferring', current: 5, total: 10 },
    { kind: 'warning', message: 'careful' },
  ]);
});
