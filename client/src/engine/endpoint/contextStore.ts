import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsMaterial } from '../engine.ts';
import { EngineError } from '../error.ts';
import { record, text } from '../translate/read.ts';
import { readTls } from './tls.ts';

/** A Docker context as its store describes it (`docker context ls`). */
export interface DockerContext {
  readonly name: string;
  readonly description: string;
  readonly host: string;
}

/** `config.json` of Docker's configuration folder, as far as an endpoint needs it. A broken file is told and taken for empty. */
export async function readConfig(
  folder: string,
  log: { warn(message: string): void },
): Promise<{ currentContext: string }> {
  const path = join(folder, 'config.json');
  try {
    return { currentContext: text(record(JSON.parse(await readFile(path, 'utf8')))['currentContext']) };
  } catch (error) {
    if (!isMissing(error))
      log.warn(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return { currentContext: '' };
  }
}

/** Looks a context up by its name. Throws `EngineError` `context` when it is not there or has no Docker endpoint. */
export async function findContext(folder: string, name: string): Promise<DockerContext & { tls?: TlsMaterial }> {
  const id = createHash('sha256').update(name).digest('hex');
  const path = join(folder, 'contexts', 'meta', id, 'meta.json');
  const meta = await readMeta(path).catch((error: unknown) => {
    if (isMissing(error))
      throw new EngineError('context', `The Docker context "${name}" does not exist.`, { cause: error });
    throw new EngineError('context', `The Docker context "${name}" cannot be read (${path}).`, { cause: error });
  });
  if (meta.host === '')
    throw new EngineError('context', `The Docker context "${name}" has no Docker endpoint (${path}).`);
  const tls = await readTls(join(folder, 'contexts', 'tls', id, 'docker'), { skipVerify: meta.skipTlsVerify });
  const secure = meta.skipTlsVerify || tls.ca !== undefined || tls.cert !== undefined;
  return { name, description: meta.description, host: meta.host, ...(secure && { tls }) };
}

/** Every context of the store, by name; one that cannot be read is left out. */
export async function listContexts(folder: string): Promise<DockerContext[]> {
  const root = join(folder, 'contexts', 'meta');
  const ids = await readdir(root).catch(() => []);
  const found = await Promise.all(ids.map((id) => readMeta(join(root, id, 'meta.json')).catch(() => undefined)));
  return found
    .flatMap((meta) => (meta ? [{ name: meta.name, description: meta.description, host: meta.host }] : []))
    .filter(({ host, name }) => name !== '' && host !== '')
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function readMeta(path: string): Promise<DockerContext & { skipTlsVerify: boolean }> {
  const meta = record(JSON.parse(await readFile(path, 'utf8')));
  const docker = record(record(meta['Endpoints'])['docker']);
  return {
    name: text(meta['Name']),
    description: text(record(meta['Metadata'])['Description']),
    host: text(docker['Host']),
    skipTlsVerify: docker['SkipTLSVerify'] === true,
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
