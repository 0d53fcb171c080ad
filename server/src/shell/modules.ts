import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompress } from 'node:zlib';
import type { ShellModules } from './parser.ts';

/** Package paths of the WebAssembly modules; a build puts both beside its bundles, packed, under their base names and `.br`. */
export const shellModulePaths = {
  runtime: 'web-tree-sitter/web-tree-sitter.wasm',
  grammar: 'tree-sitter-bash/tree-sitter-bash.wasm',
} as const;

/** Reads the modules from beside the bundle, or in a source tree from the installed packages. */
export async function readShellModules(): Promise<ShellModules> {
  // The grammar's lexer is one huge function: V8's optimizing compiler takes 600 MB to work on it, for a gain that
  // nobody sees. Without a second tier its baseline compiler takes 15 MB for everything.
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  const [runtime, grammar] = await Promise.all([
    readModule(shellModulePaths.runtime),
    readModule(shellModulePaths.grammar),
  ]);
  return { runtime, grammar };
}

const unpack = promisify(brotliDecompress);

async function readModule(path: string): Promise<Buffer> {
  const beside = join(import.meta.dirname, `${basename(path)}.br`);
  return existsSync(beside)
    ? await unpack(await readFile(beside))
    : await readFile(createRequire(import.meta.filename).resolve(path));
}
