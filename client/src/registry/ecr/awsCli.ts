import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** The absolute path of the AWS CLI, when it is in the PATH or where its installers put it. */
export async function findAwsCli(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const windows = process.platform === 'win32';
  const path = Object.entries(env).find(([key]) => key.toUpperCase() === 'PATH')?.[1] ?? '';
  const usual = windows ? ['C:\\Program Files\\Amazon\\AWSCLIV2'] : ['/usr/local/bin', '/opt/homebrew/bin'];
  for (const folder of [...path.split(delimiter), ...usual]) {
    // A relative folder in the PATH would mean one of the workspace's.
    if (!isAbsolute(folder)) continue;
    const program = join(folder, windows ? 'aws.exe' : 'aws');
    if (await isProgram(program)) return program;
  }
  return undefined;
}

/** The command as a line for a shell, each argument quoted where it has to be. */
export function commandLine(args: readonly string[]): string {
  return ['aws', ...args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : quoted(arg)))].join(' ');
}

function quoted(text: string): string {
  return process.platform === 'win32' ? `"${text.replaceAll('"', '""')}"` : `'${text.replaceAll("'", `'\\''`)}'`;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
