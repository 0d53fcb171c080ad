import { expect, it } from 'vitest';
import { continues, levelOf } from '../../../client/src/document/logLevel.ts';

it.each([
  ['{"level":"error","msg":"no info"}', 'error'],
  ['{"level":30,"time":1,"msg":"pino"}', 'info'],
  ['{"severity":"WARNING","message":"x"}', 'warn'],
  ['time="2026-01-01" level=debug msg="error in text"', 'debug'],
  ['2026/01/01 12:00:00 [warn] 7#7: nginx', 'warn'],
  ['2026-01-01 12:00:00.000 UTC [1] FATAL:  role does not exist', 'error'],
  ['2026-01-01 12:00:00.000 UTC [1] LOG:  ready', 'info'],
  ['2026-01-01 12:00:00,000 ERROR [main] c.e.App - failed', 'error'],
  ['E0131 12:00:00.000000 1 main.go:1] klog', 'error'],
  ['[Sun Jan 01 12:00:00 2026] [core:error] [pid 1] apache', 'error'],
  ['error: no such file', 'error'],
  ['INFO:     Uvicorn running', 'info'],
  ['\t2026-01-01\tINFO\tzap', 'info'],
])('%s is %s', (line, level) => {
  expect(levelOf(line)).toBe(level);
});

it.each(['there was an error', 'GET /info 200', 'errors=0', '', 'level crossing', '{"levels":3}'])(
  '%j does not say',
  (line) => {
    expect(levelOf(line)).toBeUndefined();
  },
);

it('knows the rest of a stack trace', () => {
  expect(['    at main (x.js:1)', 'Caused by: y', '\tat a.b.C', 'next'].map(continues)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
