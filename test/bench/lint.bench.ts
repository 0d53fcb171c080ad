import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { median, printTable } from './table.ts';

/**
 * Files per second of `gantry lint`, as a command, beside hadolint where there is one: in `HADOLINT`, or on the path. The files
 * are those of `GANTRY_CORPUS`, or the samples of the repository, copied until there are some hundred.
 */
const root = resolve(import.meta.dirname, '../..');
const corpus = [process.env['GANTRY_CORPUS'], resolve(root, '../shared/corpus/dockerfiles')].find(
  (path) => path !== undefined && existsSync(path),
);
const folder = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
/** So that no configuration of whoever runs this counts. */
const config = join(folder, 'hadolint.yaml');
try {
  writeFileSync(config, 'ignored: []\n');
  for (let i = 0; i < (corpus === undefined ? 200 : 1); i += 1)
    cpSync(corpus ?? join(root, 'samples/web'), join(folder, String(i)), { recursive: true });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:.+\.)?dockerfile(?:\..+)?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const own = [join(root, 'dist/cli.cjs'), 'lint', '--no-fail'];
  const commands = [
    { name: 'gantry lint', program: process.execPath, args: [...own, '--shellcheck', 'off'] },
    // hadolint has ShellCheck built in; we start the user's, for some scripts at a time.
    ...(found('shellcheck') === undefined ? [] : [{ name: '  with ShellCheck', program: process.execPath, args: own }]),
    ...(hadolint() === undefined
      ? []
      : [{ name: 'hadolint', program: hadolint() ?? '', args: ['--no-fail', '--config', config] }]),
  ];
  const rounds = Array.from({ length: 5 }, () =>
    commands.map(({ program, args }) => timed(program, [...args, ...files])),
  );
  const times = commands.map((_, i) => median(rounds.map((round) => round[i] ?? Number.NaN)));
  const [first = Number.NaN] = times;
  printTable(
    `Linting ${files.length} Dockerfiles as a command${corpus === undefined ? ' (the samples of the repository)' : ''}`,
    ['', 'time', 'files per second', 'times the first'],
    commands.map(({ name }, i) => {
      const time = times[i] ?? Number.NaN;
      const ratio = i === 0 ? '' : `${(time / first).toFixed(1)}x`;
      return [name, `${time.toFixed(0)} ms`, (files.length / (time / 1_000)).toFixed(0), ratio];
    }),
  );
  if (commands.length === 1) console.log('(hadolint is not here: name it in HADOLINT to compare)');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function timed(program: string, args: readonly string[]): number {
  const started = performance.now();
  const { error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  return performance.now() - started;
}

function hadolint(): string | undefined {
  const named = process.env['HADOLINT'];
  return named === undefined ? found('hadolint') : [named].find((path) => existsSync(path));
}

function found(program: string): string | undefined {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((at) => join(at, program));
  return paths.find((path) => existsSync(path));
}
