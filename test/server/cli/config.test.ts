import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { configCommand } from '../../../server/src/cli/config.ts';
import { lintCommand } from '../../../server/src/cli/lint.ts';
import { yamlText } from '../../../server/src/compose/project/normal/yamlText.ts';
import { type CommandOptions, type Outcome, runCommand } from '../../support/commandLine.ts';

function config(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options: CommandOptions = {},
): Promise<Outcome> {
  return runCommand(configCommand, args, { files, ...options });
}

const project = {
  'compose.yaml':
    'name: shop\nservices:\n  web:\n    image: nginx:${TAG}\n    ports: ["8080-8081:80-81"]\n    env_file: web.env\n  debug:\n    image: busybox\n    profiles: [dev]\n',
  'compose.override.yaml':
    'services:\n  web:\n    environment: [MODE=dev, "COST=$$5"]\n    volumes: ["data:/data/", "~/x:/x:ro"]\nvolumes:\n  data:\n  unused:\n',
  '.env': 'TAG=1.27\n',
  'web.env': 'MODE=prod\nLEVEL=${TAG}\n',
};

test('prints the project of the folder, as it would run', async () => {
  const { status, out, err } = await config(project, [], { env: { HOME: '/home/me' } });
  expect([status, err]).toEqual([0, '']);
  expect(out).toBe(`name: shop
services:
  web:
    environment:
      COST: $$5
      LEVEL: "1.27"
      MODE: dev
    image: nginx:1.27
    ports:
      - mode: ingress
        target: 80
        published: "8080"
        protocol: tcp
      - mode: ingress
        target: 81
        published: "8081"
        protocol: tcp
    volumes:
      - type: volume
        source: data
        target: /data
        volume: {}
      - type: bind
        source: /home/me/x
        target: /x
        read_only: true
        bind: {}
    networks:
      default: null
networks:
  default:
    name: shop_default
volumes:
  data:
    name: shop_data
`);
});

test('takes files, profiles, env files, a name and a format', async () => {
  const { out } = await config({ ...project, 'other.env': 'TAG=2\n' }, [
    '-f',
    'compose.yaml',
    '--profile',
    'dev',
    '--env-file',
    'other.env',
    '-p',
    'mine',
    '--format',
    'json',
  ]);
  expect(JSON.parse(out)).toMatchObject({
    name: 'mine',
    services: { web: { image: 'nginx:2', environment: { LEVEL: '2' } }, debug: { image: 'busybox' } },
  });
});

test('tells what compose would refuse, in whichever file', async () => {
  const { status, out, err } = await config({
    'compose.yaml': 'include: [db.yaml]\nservices:\n  web:\n    image: nginx\n    networks: [back]\n',
    'db.yaml': 'services:\n  db:\n    imgae: postgres\n',
  });
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('compose.yaml:5: There is no network `back`');
  expect(err).toContain('db.yaml:3: ');
});

test('says what to do when there is nothing to print', async () => {
  await expect(config({}, ['compose.yaml'])).rejects.toThrow(UsageError);
  await expect(config({}, ['-f', 'none.yaml'])).rejects.toThrow('there is no file');
});

describe('YAML that is printed reads as the same again', () => {
  test.each([
    'plain',
    'two words',
    '',
    'yes',
    '12',
    '1e3',
    '0x1F',
    'null',
    '~',
    '- x',
    'a: b',
    'a #b',
    ' x ',
    'line\nanother\n',
    'line\nanother',
    '  indented\nless\n',
    'tab\tand\u0007',
    '"quoted"',
    "it's",
    '$HOME',
    '1.2.3.4',
    '2026-11-24',
    '1_000',
    '*a',
    '&a',
    '{a',
    '[a',
    '!x',
    '%a',
    '@a',
    'é ü',
    '😀',
  ])('%j', (text) => {
    const value = { key: text, list: [text, { [text]: text }, [], {}], nested: { deep: [[text]] } };
    expect(parse(yamlText(value))).toEqual(value);
  });
});

test('lint -f -f lints one project', async () => {
  const files = {
    'a.yaml': 'services:\n  web:\n    image: nginx\nnetworks:\n  back:\n',
    'b.yaml': 'services:\n  web:\n    networks: [back, front]\n',
  };
  const { out } = await runCommand(lintCommand, ['--format', 'json', '-f', 'a.yaml', '-f', 'b.yaml'], { files });
  const errors = (JSON.parse(out) as { file: string; level: string; line: number }[]).filter(
    ({ level }) => level === 'error',
  );
  expect(errors.map(({ file, line }) => `${file}:${line}`)).toEqual(['b.yaml:3']);
});
