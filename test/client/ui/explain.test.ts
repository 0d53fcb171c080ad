import { describe, expect, test } from 'vitest';
import { BuildError, EngineError, type EngineErrorKind } from '../../../client/src/engine/error.ts';
import { explain, hindrance } from '../../../client/src/ui/explain.ts';

const error = (kind: EngineErrorKind, message = 'it failed', cause?: unknown): EngineError =>
  new EngineError(kind, message, { cause });
const system = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['no-socket', error('not-running', 'x', system('ENOENT'))],
  ['refused', error('not-running', 'x', system('ECONNREFUSED'))],
  ['refused', error('not-running')],
  ['silent', error('not-running', 'x', new Error('outer', { cause: system('ETIMEDOUT') }))],
  ['no-permission', error('no-permission', 'x', system('EACCES'))],
  ['tls', error('tls')],
  ['context', error('context')],
  ['lost', error('lost', 'x', system('ECONNRESET'))],
])('hindrance %s', (expected, given) => {
  expect(hindrance(given)).toBe(expected);
});

describe('explain', () => {
  test('a cancellation is nothing to talk about', () => {
    expect(explain(new DOMException('stopped', 'AbortError'))).toBeUndefined();
    expect(explain(AbortSignal.abort().reason)).toBeUndefined();
  });

  test('an unreachable engine says why, what the engine said, and a way out', () => {
    const explained = explain(error('no-permission', 'cannot open /run/docker.sock', system('EACCES')));
    expect(explained?.message).toMatch(/may not open .* Cannot open \/run\/docker\.sock\.$/);
    expect(explained?.actions.map(({ command }) => command)).toContain('gantry.engine.howToJoin');
  });

  test("an object's own trouble is told in the engine's words, without a button that leads nowhere", () => {
    expect(explain(error('conflict', 'name "/web" is already in use'))).toEqual({
      message: 'Name "/web" is already in use.',
      actions: [],
    });
  });

  test('what a registry refuses is not mended by another engine', () => {
    const explained = explain(error('unauthorized', 'no basic auth credentials'));
    expect(explained).toEqual({
      message: 'No basic auth credentials.',
      actions: [{ title: 'Show log', command: 'gantry.showLog' }],
    });
  });

  test('a failed build names its step', () => {
    expect(explain(new BuildError('exit code: 3', { step: '[2/3] RUN false' }))?.message).toBe(
      '[2/3] RUN false: exit code: 3.',
    );
  });

  test('a bug is shown as it is and leads to the log', () => {
    expect(explain(new TypeError('x is not a function'))).toMatchObject({
      message: 'X is not a function.',
      actions: [{ command: 'gantry.showLog' }],
    });
    expect(explain(undefined)?.message).toBe('Undefined.');
    expect(explain(new Error(''))?.message).toBe('Error.');
  });

  test('every kind is explained', () => {
    const kinds: EngineErrorKind[] = [
      ...(['not-running', 'no-permission', 'tls', 'context', 'lost', 'not-found'] as const),
      ...(['conflict', 'unauthorized', 'invalid', 'unsupported', 'failed'] as const),
    ];
    for (const kind of kinds) expect(explain(error(kind))?.message).toMatch(/^[A-Z].*\.$/);
  });
});
