import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsMaterial } from '../engine.ts';
import { EngineError } from '../error.ts';

/** Reads `ca.pem`, `cert.pem` and `key.pem` of a folder; one that is missing is left out, one that may not be read throws `tls`. */
export async function readTls(folder: string, options: { skipVerify: boolean }): Promise<TlsMaterial> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readPem(join(folder, name))),
  );
  if ((cert && !key) || (key && !cert))
    throw new EngineError(
      'tls',
      `${join(folder, cert ? 'key.pem' : 'cert.pem')} is missing: a client certificate needs both.`,
    );
  return { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }), skipVerify: options.skipVerify };
}

async function readPem(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new EngineError('tls', `${path} cannot be read (${String(code)}).`, { cause: error });
  }
}
