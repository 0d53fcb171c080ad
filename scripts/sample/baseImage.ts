import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { httpTarget } from '../provision/engine.ts';

const run = promisify(execFile);

/** The image that the sample's Dockerfile builds on. */
const baseImage = { repository: 'gantry-sample/base', tag: '1' } as const;

/**
 * Makes the sample's base image, unless the engine has it: from a static busybox through the engine's import API, so
 * that no registry is needed, or where there is none from Docker Hub's. Throws an error with the engine's words when
 * it refuses.
 */
export async function provideBaseImage(host: string, busybox: string | undefined): Promise<void> {
  const name = `${baseImage.repository}:${baseImage.tag}`;
  const present = await call(host, 'GET', `/images/${name}/json`);
  present.resume();
  if (present.statusCode === 200) return;
  await (busybox === undefined ? pull(host) : importRoot(host, busybox));
}

async function pull(host: string): Promise<void> {
  await succeed(await call(host, 'POST', '/images/create?fromImage=busybox&tag=1.37'));
  const target = new URLSearchParams({ repo: baseImage.repository, tag: baseImage.tag });
  await succeed(await call(host, 'POST', `/images/busybox:1.37/tag?${target.toString()}`));
}

async function importRoot(host: string, busybox: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-base-'));
  try {
    await fillRoot(folder, busybox);
    const tar = spawn('tar', ['--owner=0', '--group=0', '--numeric-owner', '-C', folder, '-cf', '-', '.'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const query = new URLSearchParams({ fromSrc: '-', repo: baseImage.repository, tag: baseImage.tag });
    for (const change of ['ENV PATH=/bin', 'CMD ["sh"]', 'LABEL dev.gantry.sample=base'])
      query.append('changes', change);
    await succeed(await call(host, 'POST', `/images/create?${query.toString()}`, tar.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A root file system of busybox with its applets and the accounts that a Dockerfile may switch to. */
async function fillRoot(folder: string, busybox: string): Promise<void> {
  await Promise.all(['bin', 'etc', 'tmp', 'root'].map((name) => mkdir(join(folder, name))));
  await run('chmod', ['1777', join(folder, 'tmp')]);
  await copyFile(busybox, join(folder, 'bin', 'busybox'));
  const { stdout } = await run(busybox, ['--list']);
  const applets = stdout.split('\n').filter((applet) => applet !== '' && applet !== 'busybox');
  await Promise.all(applets.map((applet) => symlink('busybox', join(folder, 'bin', applet))));
  await writeFile(
    join(folder, 'etc/passwd'),
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n',
  );
  await writeFile(join(folder, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n');
}

async function call(host: string, method: string, path: string, content?: Readable): Promise<IncomingMessage> {
  const target = httpTarget(host);
  if (target === undefined) throw new Error(`${host} cannot be reached over plain HTTP`);
  return new Promise((resolve, reject) => {
    const sent = request({ ...target, method, path, headers: { 'Content-Type': 'application/x-tar' } }, resolve);
    sent.on('error', reject);
    if (content === undefined) sent.end();
    else content.pipe(sent);
  });
}

/** Reads the answer to its end. What fails late is told inside an answer of status 200. */
async function succeed(answer: IncomingMessage): Promise<void> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  if ((answer.statusCode ?? 500) >= 300 || text.includes('"error"')) throw new Error(text.trim());
}
