import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { quietSettings } from './settings.ts';

export interface WorkbenchOptions {
  /** Folder of the server, from `provision()`. */
  readonly server: string;
  /** Where its settings, state and log are kept; made when absent. */
  readonly data: string;
  /** Folders of extensions to have as installed ones: any address of the workbench loads them. */
  readonly extensions?: readonly string[];
  /** A free port when absent. */
  readonly port?: number;
  /** Beyond the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Beyond the environment of this process; the extension host gets it. */
  readonly env?: NodeJS.ProcessEnv;
  /** Lets the address choose extensions under development and their tests (see `pageUrl`). */
  readonly automation?: boolean;
}

/** VS Code for the browser, served on the loopback interface, closed to who does not know its token. */
export interface Workbench {
  readonly port: number;
  readonly log: string;
  /** Address of a page on a folder. `payload` are the editor's own start parameters. */
  pageUrl(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Settles when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; throws an error with its last lines when it does not come up. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { data, extensions = [], env = {} } = options;
  const token = randomBytes(16).toString('hex');
  const [user, installed] = [join(data, 'user'), join(data, 'extensions')];
  await mkdir(join(user, 'Machine'), { recursive: true });
  await writeFile(
    join(user, 'Machine', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  await linkExtensions(installed, extensions);
  const parameters = [
    join(options.server, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-workspace-trust',
    '--host=127.0.0.1',
    `--port=${String(options.port ?? 0)}`,
    `--connection-token=${token}`,
    `--user-data-dir=${user}`,
    `--extensions-dir=${installed}`,
    `--server-data-dir=${join(data, 'server')}`,
    ...(options.automation === true ? ['--enable-smoke-test-driver'] : []),
  ];
  const log = join(data, 'server.log');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), ...parameters], {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const port = await listening(child, log);
  return {
    port,
    log,
    ended,
    pageUrl: (folder, payload = []) => {
      const query = new URLSearchParams({ tkn: token, folder });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query.toString()}`;
    },
    stop: async () => {
      child.stdin.end();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The port on which it listens. */
async function listening(child: ChildProcess, log: string): Promise<number> {
  const file = createWriteStream(log);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      file.write(chunk);
      if (said.length > 100_000) return;
      said += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    child.on('close', () => {
      file.end();
      const lines = said.trim().split('\n').slice(-5).join('\n');
      reject(new Error(`VS Code for the browser did not start (all of it: ${log}):\n${lines}`));
    });
  });
}

/** Without `extensions.json` the server takes up whatever folders it finds. */
async function linkExtensions(folder: string, extensions: readonly string[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const extension of extensions) {
    const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8')) as {
      publisher: string;
      name: string;
      version: string;
    };
    await symlink(extension, join(folder, basename(`${publisher}.${name}-${version}`)), 'junction');
  }
}
