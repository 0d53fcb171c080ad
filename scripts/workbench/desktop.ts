import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findExecutable } from '../provision/find.ts';
import { quietSettings } from './settings.ts';

/**
 * VS Code's desktop command, when there is one that can show a window. The `code` inside a remote VS Code's terminal
 * is another program, which only talks to the window that it runs in.
 */
export async function findDesktopCode(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const display = process.platform !== 'linux' || (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '') !== '';
  if (!display || env['VSCODE_IPC_HOOK_CLI'] !== undefined) return undefined;
  return findExecutable(process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium']);
}

export interface DesktopOptions {
  readonly code: string;
  readonly extension: string;
  readonly folder: string;
  /** Its settings and state, apart from the person's own. */
  readonly data: string;
}

/** Opens a window on the folder with the extension under development, and settles when it is closed. */
export async function openDesktop({ code, extension, folder, data }: DesktopOptions): Promise<void> {
  const user = join(data, 'user');
  await mkdir(join(user, 'User'), { recursive: true });
  await writeFile(join(user, 'User', 'settings.json'), JSON.stringify(quietSettings, undefined, 2), {
    flag: 'wx',
  }).catch(() => {});
  const parameters = [
    '--new-window',
    '--wait',
    '--skip-welcome',
    '--disable-workspace-trust',
    `--user-data-dir=${user}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--extensionDevelopmentPath=${extension}`,
    folder,
  ];
  const child = spawn(code, parameters, { stdio: 'inherit', shell: process.platform === 'win32' });
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject).on('close', () => resolve());
  });
}
