import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulePages } from '../../server/src/workspace/ruleDocs.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Every file of the folder as the command leaves it, path and text. */
  readonly files: Readonly<Record<string, string>>;
  /** The permissions of every file. */
  readonly modes: Readonly<Record<string, number>>;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Prepares the folder beyond its files. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Runs a command of the command line in a folder with these files; no configuration of the person counts. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  {
    files,
    env = {},
    stdin = '',
    prepare,
  }: CommandOptions & { readonly files: Readonly<Record<string, string | Buffer>> },
): Promise<Outcome> {
  await using folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), text);
  }
  await prepare?.(folder.path);
  let [out, err] = ['', ''];
  const status = await command(args, {
    env: { XDG_CONFIG_HOME: folder.path, ...env },
    cwd: folder.path,
    terminal: false,
    version: '1.2.3',
    rulePage: rulePages(import.meta.dirname),
    stdin: () => Promise.resolve(stdin),
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  const left: Record<string, string> = {};
  const modes: Record<string, number> = {};
  for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.path.length + 1);
    left[name] = await readFile(path, 'utf8');
    modes[name] = (await stat(path)).mode & 0o777;
  }
  return { status, out, err, files: left, modes };
}
