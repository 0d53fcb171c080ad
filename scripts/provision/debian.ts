import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.ts';

export interface Account {
  /** `/etc/os-release` says so itself: Ubuntu, which is like Debian, has no chromium package. */
  readonly debian: boolean;
  readonly root: boolean;
}

export async function account(osRelease = '/etc/os-release'): Promise<Account> {
  const text = await readFile(osRelease, 'utf8').catch(() => '');
  return { debian: /^ID="?debian"?$/m.test(text), root: process.getuid?.() === 0 };
}

/** How somebody gets these Debian packages, or their like, by hand. */
export function packageAdvice(packages: readonly string[], { debian }: Account): string {
  const names = packages.join(' ');
  return debian ? `run: sudo apt-get install ${names}` : `install what Debian calls ${names}`;
}

/**
 * Installs Debian packages without asking anything. Throws an error with apt's own last lines. Runs one at a time on a
 * machine, and waits for an apt that is somebody else's.
 */
export async function installPackages(packages: readonly string[]): Promise<void> {
  console.log(`Installing ${packages.join(', ')} (apt-get)…`);
  await withLock(join(tmpdir(), 'gantry-apt.lock'), async () => {
    await apt(['update']);
    await apt(['install', '--yes', '--no-install-recommends', ...packages]);
  });
}

async function apt(parameters: readonly string[]): Promise<void> {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0'];
  const child = spawn('apt-get', [...options, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-8_000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code === 0) return;
  const lines = said.trim().split('\n').slice(-8).join('\n');
  throw new Error(`apt-get ${parameters[0]} failed (${String(code)}):\n${lines}`);
}
