import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { cache, provision, type Machine } from './provision.ts';
import { runEditorSuite } from './test/editorSuite.ts';
import { sum, summary, type Tally } from './test/tally.ts';
import { runVitest } from './test/vitestSuite.ts';

/**
 * Builds, brings what the machine lacks, and runs the suites: all of them in order, or those named on the command
 * line. A suite that this machine cannot run is skipped with its reason; with `CI=true` as root that is a failure, and
 * so is a suite that ran no test. The last line is the sum.
 */
const root = resolve(import.meta.dirname, '..');
const results = join(cache, 'results');
const strict = process.env['CI'] === 'true' && process.getuid?.() === 0;

interface Suite {
  readonly name: string;
  readonly needs: readonly (keyof Machine)[];
  run(env: NodeJS.ProcessEnv): Promise<Tally>;
}

const vitest = (name: string, needs: Suite['needs']): Suite => ({
  name,
  needs,
  run: (env) => runVitest(name, { results, env }),
});
const desktop = process.env['VSCODE_EXECUTABLE'] ?? (hasDisplay() ? 'download' : undefined);
const suites: readonly Suite[] = [
  vitest('unit', []),
  vitest('wire', []),
  vitest('engine', ['engine', 'busybox']),
  vitest('registry', ['engine', 'busybox', 'registry', 'htpasswd']),
  {
    name: 'editor',
    needs: desktop === undefined ? ['workbench', 'browser'] : [],
    run: (env) => runEditorSuite({ results, env, executable: editorExecutable() }),
  },
  vitest('ui', ['engine', 'busybox', 'registry', 'htpasswd', 'workbench', 'browser']),
];

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

function editorExecutable(): string | undefined {
  if (desktop === undefined) return join(root, 'scripts/workbench/launcher.ts');
  return desktop === 'download' ? undefined : desktop;
}

function chosen(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}

async function runSuite(suite: Suite, machine: Machine | undefined): Promise<Tally> {
  console.log(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}`);
  const missing = suite.needs.flatMap((need) => {
    const found = machine?.[need];
    return found !== undefined && 'missing' in found ? [`${need}: ${found.missing}`] : [];
  });
  if (missing.length > 0) {
    console.log(`${strict ? 'cannot run here' : 'skipped'}: ${missing.join('; ')}`);
    return { passed: 0, failed: strict ? 1 : 0, skipped: strict ? 0 : 1 };
  }
  const engine = machine?.engine;
  const tally = await suite.run(engine !== undefined && 'path' in engine ? { GANTRY_TEST_ENGINE: engine.path } : {});
  if (tally.passed + tally.failed > 0) return tally;
  console.error(`${suite.name} ran no test at all`);
  return { ...tally, failed: 1 };
}

async function main(): Promise<Tally> {
  const asked = chosen(process.argv.slice(2));
  // What is started from here finds our Node by its name, whatever Node the machine has.
  process.env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed; the lines above say why');
  const machine = asked.some(({ needs }) => needs.length > 0) ? await provision() : undefined;
  const tallies: (readonly [string, Tally])[] = [];
  for (const suite of asked) {
    tallies.push([suite.name, await runSuite(suite, machine)]);
  }
  console.log('');
  for (const [name, tally] of tallies) console.log(`${name.padEnd(9)} ${summary(tally)}`);
  return sum(tallies.map(([, tally]) => tally));
}

const total = await main().catch((error: unknown): Tally => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
});
if (strict && total.skipped > 0) console.error('Nothing may be skipped here: this machine can run everything.');
console.log(summary(total));
process.exitCode = total.failed > 0 || (strict && total.skipped > 0) ? 1 : 0;
