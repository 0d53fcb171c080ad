import { expect, test } from 'vitest';
import { looksSecret } from '../../../server/src/protocol/secrets.ts';

test.each([
  ['POSTGRES_PASSWORD', 'x'],
  ['DB_PASSWD', 'x'],
  ['GITHUB_TOKEN', 'ghp_x'],
  ['AWS_SECRET_ACCESS_KEY', 'x'],
  ['apiKey', 'x'],
  ['SENTRY_DSN', 'x'],
  ['DATABASE_URL', 'postgres://me:hidden@db/shop'],
  ['SESSION', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x'],
  ['CERT', '-----BEGIN RSA PRIVATE KEY-----\nx'],
])('%s is hidden', (name, value) => {
  expect(looksSecret(name, value)).toBe(true);
});

test.each([
  ['PATH', '/usr/bin:/bin'],
  ['POSTGRES_PASSWORD', ''],
  ['POSTGRES_PASSWORD_FILE', '/run/secrets/db'],
  ['TOKEN_TTL', '3600'],
  ['HOME_URL', 'https://example.com/a:b@c'],
  ['MONKEY', 'banana'],
  ['KEYBOARD', 'de'],
])('%s is not', (name, value) => {
  expect(looksSecret(name, value)).toBe(false);
});
