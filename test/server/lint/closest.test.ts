import { expect, test } from 'vitest';
import { closest } from '../../../server/src/lint/closest.ts';

test('the closest word, if one is close', () => {
  const words = ['image', 'ports', 'depends_on', 'env_file', 'cpus', 'tty'];
  expect(closest('imgae', words)).toBe('image');
  expect(closest('port', words)).toBe('ports');
  expect(closest('dependsOn', words)).toBe('depends_on');
  expect(closest('depends-on', words)).toBe('depends_on');
  expect(closest('envfile', words)).toBe('env_file');
  expect(closest('ty', words)).toBe('tty');
  expect(closest('networks', words)).toBeUndefined();
  expect(closest('x', words)).toBeUndefined();
});
