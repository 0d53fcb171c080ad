import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { basename, delimiter, isAbsolute, join } from 'node:path';

/** A Compose that can be run. */
export interface ComposeCli {
  /** An absolute path. */
  readonly program: string;
  /** What comes before Compose's own arguments: `compose` where it is a part of `docker`. */
  readonly prefix: readonly string[];
  /** `2.39.1`. */
  readonly version: string;
}

export interface FindOptions {
  /** `gantry.compose.path`: a path or a name in the PATH; empty looks for what is usual. */
  readonly setting: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Runs a program and answers what it writes; `undefined` when it fails. Stands for `askProgram` in tests. */
  readonly ask?: (program: string, args: readonly string[]) => Promise<string | undefined>;
}

/** Programs that have Compose as a command of theirs. */
const hosts: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl']);
const usual = ['docker', 'docker-compose'] as const;
/** Milliseconds to say its version in. */
const patience = 20_000;

/**
 * The Compose CLI: the one of the setting, else `docker compose`, else `docker-compose`. Only the folders of the PATH are looked
 * into, never the workspace.
 */
export async function findComposeCli(options: FindOptions): Promise<ComposeCli | undefined> {
  const { setting, ask = askProgram } = options;
  const wanted = setting.trim();
  for (const name of wanted === '' ? usual : [wanted]) {
    const program = await locate(name, options);
    if (program === undefined) continue;
    const prefix = hosts.has(basename(name).replace(/\.exe$/iu, '')) ? ['compose'] : [];
    const said = await ask(program, [...prefix, 'version', '--short']);
    const version = /\d+\.\d+(?:\.\d+)?/u.exec(said ?? '')?.[0];
    if (version !== undefined) return { program, prefix, version };
  }
  return undefined;
}

/** The old Compose, written in Python: not maintained since 2023, it refuses what came later. */
export function isOldCompose({ version }: Pick<ComposeCli, 'version'>): boolean {
  return version.startsWith('1.');
}

/** As a person calls it: `docker compose`. */
export function cliName({ program, prefix }: Pick<ComposeCli, 'program' | 'prefix'>): string {
  return [basename(program), ...prefix].join(' ');
}

async function locate(name: string, { env, platform }: FindOptions): Promise<string | undefined> {
  if (isAbsolute(name)) return (await canRun(name)) ? name : undefined;
  if (/[/\\]/u.test(name)) return undefined;
  const file = platform === 'win32' && !/\.exe$/iu.test(name) ? `${name}.exe` : name;
  const searched = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute);
  for (const folder of searched) if (await canRun(join(folder, file))) return join(folder, file);
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function askProgram(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true, timeout: patience });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, 1000)));
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? said : undefined));
  });
}
