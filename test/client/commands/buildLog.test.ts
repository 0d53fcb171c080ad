import { expect, it } from 'vitest';
import { BuildLog } from '../../../client/src/commands/image/buildLog.ts';
import type { BuildEvent, BuildStep } from '../../../client/src/engine/build/build.ts';

const step = (id: string, state: BuildStep['state'], more: Partial<BuildStep> = {}): BuildEvent => ({
  kind: 'step',
  step: { id, name: `[${id}] RUN x`, state, ...more },
});
const said = (id: string, text: string, stream: 'stdout' | 'stderr' = 'stdout'): BuildEvent => ({
  kind: 'log',
  step: id,
  stream,
  text,
});
const write = (log: BuildLog, events: readonly BuildEvent[]): string => events.map((event) => log.add(event)).join('');

it('numbers steps, tells their lines apart, and says how long they took', () => {
  const text = write(new BuildLog(), [
    step('a', 'waiting'),
    step('b', 'waiting'),
    step('b', 'running', { startedAt: 1000 }),
    step('a', 'running', { startedAt: 1000 }),
    said('a', 'one\ntw'),
    said('b', '\u001B[31mred\u001B[0m\r\n'),
    said('a', 'warned\n', 'stderr'),
    said('a', 'o\n10 %\r100 %\nrest'),
    step('a', 'done', { startedAt: 1000, completedAt: 2500 }),
    step('b', 'failed', { startedAt: 1000, completedAt: 1100, error: 'exit code: 3' }),
    step('c', 'cached'),
    step('c', 'cached'),
  ]);
  expect(text).toBe(`
#2 [b] RUN x

#1 [a] RUN x
#1 one
#2 red
#1 warned
#1 two
#1 100 %
#1 rest
#1 done 1.5 s
#2 failed 0.1 s: exit code: 3

#3 [c] RUN x
#3 cached
`);
});

it('shows the step that began last, and what it transfers', () => {
  const log = new BuildLog();
  write(log, [
    step('a', 'done', { startedAt: 1, completedAt: 2 }),
    step('b', 'running', { startedAt: 3 }),
    step('c', 'running', { startedAt: 4, name: `[c] RUN ${'x'.repeat(200)}` }),
    step('d', 'waiting'),
    { kind: 'progress', step: 'c', name: 'context', current: 2_000_000, total: 0 },
  ]);
  expect(log.progress.percent).toBe(25);
  expect(log.progress.message).toMatch(/^2 of 4: \[c\] RUN x+… \(2 MB\)$/);
});

it('writes a name of many lines on one, and a line without end in pieces', () => {
  const log = new BuildLog();
  expect(log.add(step('a', 'running', { name: 'RUN <<EOF\n  a\n  b\nEOF' }))).toBe('\n#1 RUN <<EOF a b EOF\n');
  expect(log.add(said('a', 'x'.repeat(70_000)))).toHaveLength(70_004);
});
