import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cache, provision, shortcomings, type Machine } from './provision.ts';
import { provideBaseImage } from './sample/baseImage.ts';
import { provideWorkspace } from './sample/workspace.ts';
import { findDesktopCode, openDesktop } from './workbench/desktop.ts';
import { startWorkbench } from './workbench/server.ts';

/**
 * Builds Gantry and opens VS Code with it on the sample workspace: the desktop's when there is one, else in the
 * browser, until Ctrl-C. `--browser` takes the browser all the same, `--port` chooses its port, `--fresh` forgets what
 * earlier runs left.
 */
const { values: options } = parseArgs({
  options: { port: { type: 'string' }, browser: { type: 'boolean' }, fresh: { type: 'boolean', default: false } },
});
const root = resolve(import.meta.dirname, '..');
const data = join(cache, 'start');
const folder = join(data, 'tide');

async function main(): Promise<void> {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts'), '--dev'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed; the lines above say why');
  const machine = await provision();
  await mkdir(data, { recursive: true });
  await provideWorkspace(folder, { fresh: options.fresh });
  await prepareEngine(machine);
  const code = options.browser === true || options.port !== undefined ? undefined : await findDesktopCode();
  if (code !== undefined) {
    hint(`Gantry runs in ${code}, on ${folder}.`);
    return openDesktop({ code, extension: root, folder, data: join(data, 'desktop') });
  }
  await serve(machine);
}

/** Without an engine or its base image the editor is still worth opening: it says so and goes on. */
async function prepareEngine({ engine, busybox }: Machine): Promise<void> {
  if ('missing' in engine) {
    console.warn(`No engine: ${engine.missing}`);
    return;
  }
  await provideBaseImage(engine.path, 'path' in busybox ? busybox.path : undefined).catch((error: unknown) => {
    console.warn(
      `The sample's base image could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

async function serve(machine: Machine): Promise<void> {
  if ('missing' in machine.workbench) {
    throw new Error(['there is no VS Code to start', ...shortcomings(machine)].join('\n'));
  }
  const workbench = await startWorkbench({
    server: machine.workbench.path,
    data: join(data, 'browser'),
    extensions: [root],
    ...(options.port === undefined ? {} : { port: Number(options.port) }),
  });
  hint(`VS Code with Gantry is open at\n\n  ${workbench.pageUrl(folder)}\n\nCtrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void workbench.stop());
  await workbench.ended;
}

function hint(text: string): void {
  console.log(
    `\n${text}\nTry first: open the Dockerfile, fix an underlined line with Ctrl+., then build it from the Gantry view.\n`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
