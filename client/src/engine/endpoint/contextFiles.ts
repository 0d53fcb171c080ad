import { createHash } from 'node:crypto';
import { copyFile, chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../error.ts';

/** A context to be written, as `docker context create` takes it. */
export interface ContextDefinition {
  readonly name: string;
  readonly description: string;
  /** `unix:///…`, `npipe:////./pipe/…`, `tcp://host:2376`, `ssh://user@host`. */
  readonly host: string;
  /** A folder with `ca.pem`, `cert.pem` and `key.pem`, which are copied. */
  readonly certificates?: string;
}

/** What is wrong with a context's name, by the CLI's rule; `undefined` when it is sound. */
export function contextNameProblem(name: string): string | undefined {
  if (name === 'default') return '“default” is the engine of this machine, and always there.';
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) return undefined;
  return 'A name is made of letters, digits, “_”, “.”, “+” and “-”, begins with a letter or digit and has two at least.';
}

/** Writes a context into the CLI's store, in the CLI's format. Throws `conflict` when there is one of that name. */
export async function writeContext(folder: string, definition: ContextDefinition): Promise<void> {
  const { name, description, host, certificates } = definition;
  const problem = contextNameProblem(name);
  if (problem !== undefined) throw new EngineError('invalid', problem);
  const { meta, tls } = placesOf(folder, name);
  if (await exists(join(meta, 'meta.json')))
    throw new EngineError('conflict', `There is a Docker context “${name}” already.`);
  const files = certificates === undefined ? [] : await certificatesIn(certificates);
  const record = {
    Name: name,
    Metadata: description === '' ? {} : { Description: description },
    Endpoints: { docker: { Host: host, SkipTLSVerify: false } },
  };
  try {
    if (certificates !== undefined) {
      await mkdir(join(tls, 'docker'), { recursive: true, mode: 0o700 });
      for (const file of files) {
        const target = join(tls, 'docker', file);
        await copyFile(join(certificates, file), target);
        await chmod(target, 0o600);
      }
    }
    await mkdir(meta, { recursive: true, mode: 0o755 });
    // Last: a context without this file is none, whatever else has failed.
    await writeFile(join(meta, 'meta.json'), JSON.stringify(record), { mode: 0o644, flag: 'wx' });
  } catch (error) {
    throw new EngineError('failed', `The Docker context “${name}” cannot be written: ${String(error)}`, {
      cause: error,
    });
  }
}

/** Takes a context and its certificates out of the CLI's store. Throws `not-found` when there is none of that name. */
export async function removeContext(folder: string, name: string): Promise<void> {
  const { meta, tls } = placesOf(folder, name);
  if (!(await exists(meta))) throw new EngineError('not-found', `There is no Docker context “${name}” any more.`);
  await rm(meta, { recursive: true });
  await rm(tls, { recursive: true, force: true });
}

function placesOf(folder: string, name: string): { readonly meta: string; readonly tls: string } {
  const id = createHash('sha256').update(name).digest('hex');
  return { meta: join(folder, 'contexts', 'meta', id), tls: join(folder, 'contexts', 'tls', id) };
}

async function certificatesIn(folder: string): Promise<string[]> {
  const names = ['ca.pem', 'cert.pem', 'key.pem'];
  const found = await Promise.all(names.map((name) => exists(join(folder, name))));
  const files = names.filter((_name, index) => found[index]);
  if (files.length === 0) throw new EngineError('tls', `There is no ca.pem, cert.pem or key.pem in ${folder}.`);
  if (files.includes('cert.pem') !== files.includes('key.pem'))
    throw new EngineError(
      'tls',
      `A client certificate needs both cert.pem and key.pem; ${folder} has but one of them.`,
    );
  return files;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
