import { describe, expect, test } from 'vitest';
import { lintCommand } from '../../../server/src/cli/lint.ts';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { runCommand, type CommandOptions, type Outcome } from '../../support/commandLine.ts';
import { standIn } from '../../support/shellcheck.ts';

const untagged = 'FROM alpine\n';

/** Lints a Dockerfile with an image without a tag, DL3006, which is a warning. */
function lint(
  args: readonly string[],
  options: CommandOptions & { config?: string; text?: string } = {},
): Promise<Outcome> {
  const { config, text = untagged } = options;
  const files = { Dockerfile: text, ...(config !== undefined && { '.hadolint.yaml': config }) };
  return runCommand(lintCommand, [...args, 'Dockerfile'], { files, ...options });
}

async function levels(args: readonly string[], options: Parameters<typeof lint>[1] = {}): Promise<string[]> {
  const { out } = await lint(['--format=json', ...args], options);
  return (JSON.parse(out) as { level: string }[]).map(({ level }) => level);
}

describe('rules', () => {
  test.each([
    [['--ignore', 'DL3006'], []],
    [['--ignore', 'tag-base-image'], []],
    [['--ignore', 'DL1,DL3006'], []],
    [['--error', 'DL3006'], ['error']],
    [['--info', 'DL3006'], ['info']],
    [['--style', 'tag-base-image', '--info', 'DL9999'], ['style']],
    [['--error', 'DL3006', '--style', 'DL3006'], ['error']],
    [['--error', 'DL3006', '--ignore', 'DL3006'], []],
  ] as const)('%j', async (args, expected) => {
    expect(await levels(args)).toEqual(expected);
  });

  test('of file, environment and options are joined', async () => {
    const text = 'FROM alpine\nADD x /y\nMAINTAINER me\n';
    const config = 'ignored: [DL3020]\noverride: {style: [DL3006]}\n';
    expect(await levels(['--info', 'DL4000'], { text, config })).toEqual(['style', 'info']);
    expect(await levels(['--ignore', 'DL4000'], { text, config, env: { HADOLINT_IGNORE: 'DL3006' } })).toEqual([]);
  });

  test('reach compose files too', async () => {
    const files = { 'compose.yaml': 'nonsense: 1\n' };
    const { out } = await runCommand(lintCommand, ['--format=json', '--ignore', 'unknown-key', '.'], { files });
    expect(JSON.parse(out)).toEqual([]);
  });

  test('--disable-ignore-pragma', async () => {
    const text = `# hadolint ignore=DL3006\n${untagged}`;
    expect(await levels([], { text })).toEqual([]);
    expect(await levels(['--disable-ignore-pragma'], { text })).toEqual(['warning']);
  });
});

describe('scalars: environment, then file, then options', () => {
  const status = async (...of: Parameters<typeof lint>): Promise<number> => (await lint(...of)).status;
  test('the threshold', async () => {
    const env = { HADOLINT_FAILURE_THRESHOLD: 'error' };
    expect(await status([], { env })).toBe(0);
    expect(await status([], { env, config: 'failure-threshold: warning\n' })).toBe(1);
    expect(await status(['-t', 'error'], { env, config: 'failure-threshold: warning\n' })).toBe(0);
    expect(await status(['--failure-threshold=none', '--style', 'DL3006'])).toBe(1);
  });
  test('the format', async () => {
    const env = { HADOLINT_FORMAT: 'json' };
    expect((await lint([], { env })).out).toMatch(/^\[/);
    expect((await lint([], { env, config: 'format: gnu\n' })).out).toMatch(/^gantry:/);
    expect((await lint(['--format', 'codacy'], { env, config: 'format: gnu\n' })).out).toMatch(/^\{/);
  });
  test('the format is kept when nothing is there to lint', async () => {
    const { out } = await runCommand(lintCommand, ['.'], { files: {}, env: { HADOLINT_FORMAT: 'json' } });
    expect(out).toBe('[]\n');
  });
  test('a format that there is not', async () => {
    const { status, err } = await lint([], { config: 'format: xml\n' });
    expect([status, err]).toEqual([2, expect.stringContaining('there is no format "xml"')]);
  });
});

test.each([
  ['tty', 1],
  ['codeclimate', 0],
  ['codacy', 0],
  ['gitlab_codeclimate', 1],
  ['sarif', 1],
])('as %s problems end with %i', async (format, expected) => {
  expect((await lint(['--format', format])).status).toBe(expected);
});

describe('--config', () => {
  test('takes the place of what would be found', async () => {
    const files = {
      Dockerfile: untagged,
      '.hadolint.yaml': 'ignored: [DL3006]',
      'ci/strict.yaml': 'override: {error: [DL3006]}',
    };
    const { out, status } = await runCommand(lintCommand, ['-c', 'ci/strict.yaml', 'Dockerfile'], { files });
    expect([out, status]).toEqual([expect.stringContaining('error:'), 1]);
  });
  test('that is not there', async () => {
    const { err, status } = await lint(['--config=none.yaml'], { config: 'ignored: [DL3006]' });
    expect([err, status]).toEqual(['gantry: none.yaml: no such file or folder\n', 2]);
  });
});

test('--verbose tells the configuration of each file', async () => {
  expect((await lint(['-V'], { config: 'ignored: []' })).err).toMatch(/^gantry: Dockerfile: \/.*\.hadolint\.yaml\n$/);
  expect((await lint([], { env: { HADOLINT_VERBOSE: 'true' } })).err).not.toBe('');
  expect((await lint(['--verbose'])).err).toBe('gantry: Dockerfile: no configuration file\n');
});

describe('--file-path-in-report', () => {
  test('is the path of the one file', async () => {
    const { out } = await lint(['--format=checkstyle', '--file-path-in-report', 'web/Dockerfile']);
    expect(out).toContain('<file name="web/Dockerfile">');
  });
  test('cannot be the path of two', async () => {
    const files = { 'a/Dockerfile': untagged, 'b/Dockerfile': untagged };
    await expect(runCommand(lintCommand, ['--file-path-in-report=x', '.'], { files })).rejects.toThrow(UsageError);
  });
});

test('-f with a format, as hadolint has it, is told the right option', async () => {
  expect((await lint(['-f', 'sarif'])).err).toBe('gantry: sarif: no such file or folder; say --format for a format\n');
});

test('a file that is named twice is linted once', async () => {
  expect(await levels(['-f', 'Dockerfile', 'Dockerfile'])).toEqual(['warning']);
});

test.each([[['-t', 'fatal']], [['--require-label', 'a:number']], [['--dry-run']], [['--format', 'toString']]])(
  '%j is wrong usage, and the usage is that of the command',
  async (args) => {
    const error: unknown = await lint(args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).usage).toContain('gantry lint');
  },
);

describe('ShellCheck', () => {
  const text = 'FROM alpine:3.20\nRUN echo $x\nUSER 1000\n';
  const env = { PATH: process.env['PATH'] ?? '' };
  test('is the one that is named', async () => {
    const { out } = await lint(['--format=gnu', '--shellcheck', standIn], { text, env });
    expect(out).toMatch(/^gantry:Dockerfile:2: SC2086 /);
  });
  test('off is none', async () => {
    expect(await lint(['--shellcheck=off'], { text, env })).toMatchObject({ out: '', err: '', status: 0 });
  });
  test('that is named and is not there is a fault', async () => {
    const { err, status } = await lint(['--shellcheck=/nowhere/shellcheck'], { text, env });
    expect([err, status]).toEqual([expect.stringContaining('/nowhere/shellcheck'), 2]);
  });
});
