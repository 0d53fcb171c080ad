import { runTests } from '@vscode/test-electron';
import { build, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { provideWorkspace } from '../sample/workspace.ts';
import type { Tally } from './tally.ts';

const root = resolve(import.meta.dirname, '../..');

/** A line of the report that `test/editor/run.ts` writes. */
interface Result {
  readonly outcome: keyof Tally;
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

export interface EditorSuiteOptions {
  readonly results: string;
  readonly env: NodeJS.ProcessEnv;
  /** VS Code's executable; absent: the one that `@vscode/test-electron` downloads. */
  readonly executable: string | undefined;
}

/** Runs `test/editor` inside VS Code on a copy of the sample workspace. */
export async function runEditorSuite({ results, env, executable }: EditorSuiteOptions): Promise<Tally> {
  const folder = join(results, 'editor');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const report = join(folder, 'report.jsonl');
  await writeFile(report, '');
  const workspace = join(folder, 'tide');
  await provideWorkspace(workspace, { fresh: true });
  const tests = await bundle();
  const followed = follow(
    report,
    new SourceMap(JSON.parse(await readFile(`${tests}.map`, 'utf8')) as SourceMapPayload),
  );
  const noise = new PassThrough().resume();
  const failure = await runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs: [workspace, '--disable-extensions'],
    extensionTestsEnv: { ...env, GANTRY_EDITOR_REPORT: report },
    stdout: noise,
    stderr: process.stderr,
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const tally = followed.stop();
  if (failure !== undefined && tally.failed === 0) {
    console.error(failure);
    return { ...tally, failed: 1 };
  }
  return tally;
}

/** Bundles the tests with their runner, to the path that is answered. */
async function bundle(): Promise<string> {
  const source = join(root, 'test/editor');
  const names = (await readdir(source)).filter((name) => name.endsWith('.test.ts')).sort();
  const listed = names.map((name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(join(source, name))})`);
  const testFiles: Plugin = {
    name: 'test-files',
    setup(build) {
      build.onResolve({ filter: /^gantry:test-files$/ }, ({ path }) => ({ path, namespace: 'gantry' }));
      build.onLoad({ filter: /.*/, namespace: 'gantry' }, () => ({
        contents: `export const testFiles = { ${listed.join(', ')} };`,
        resolveDir: source,
      }));
    },
  };
  const outfile = join(root, '.cache/editor/run.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: [join(source, 'run.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    external: ['vscode'],
    plugins: [testFiles],
    // Mocha's parallel runner looks for its workers; the suite runs in one process.
    logOverride: { 'require-resolve-not-external': 'silent' },
    logLevel: 'warning',
  });
  return outfile;
}

/** Prints results as they are written, and adds them up. */
function follow(report: string, map: SourceMap): { stop(): Tally } {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  let read = 0;
  const poll = (): void => {
    const lines = readFileSync(report, 'utf8').split('\n').slice(0, -1);
    for (const line of lines.slice(read)) {
      const { outcome, title, milliseconds, error } = JSON.parse(line) as Result;
      tally[outcome] += 1;
      console.log(` ${{ passed: '✓', failed: '✗', skipped: '-' }[outcome]} ${title} ${milliseconds}ms`);
      if (error !== undefined) console.log(inSource(error, map).replaceAll(/^/gm, '     '));
    }
    read = lines.length;
  };
  const timer = setInterval(poll, 200);
  return {
    stop: () => {
      clearInterval(timer);
      poll();
      return tally;
    },
  };
}

/** A stack with the places in our sources instead of those in the bundle; frames of mocha and Node are left out. */
function inSource(stack: string, map: SourceMap): string {
  return stack
    .split('\n')
    .flatMap((line) => {
      if (!/^\s+at /.test(line)) return [line];
      const [, place = '', row, column] = /([^\s(]*run\.cjs):(\d+):(\d+)/.exec(line) ?? [];
      const origin = map.findOrigin(Number(row), Number(column));
      if (!('fileName' in origin) || origin.fileName.includes('node_modules')) return [];
      const file = relative(root, resolve(root, '.cache/editor', origin.fileName));
      return [line.replace(`${place}:${row}:${column}`, `${file}:${origin.lineNumber}:${origin.columnNumber}`)];
    })
    .join('\n');
}
