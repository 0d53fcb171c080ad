import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the shipped files may weigh, in bytes, and how long activation may take. */
export const budgets = {
  /** All that `activate` loads: `extension.cjs` and the files that it shares with others. */
  activation: 450_000,
  /** All that the language server loads, the shell's parser with it. */
  server: 1_100_000,
  vsix: 1_300_000,
  activationMilliseconds: 50,
} as const;

/** Files of a folder with their sizes in bytes, the largest first; source maps, which are not shipped, are left out. */
export async function sizes(folder: string): Promise<readonly (readonly [string, number])[]> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.map'));
  const entries = names.map(async (name) => [name, (await stat(join(folder, name))).size] as const);
  return (await Promise.all(entries)).sort(([, one], [, other]) => other - one);
}

/**
 * The bytes that a CommonJS file of a folder loads as soon as it is loaded itself: its own, and those of all that it
 * requires at once, not in an answer to `import()`.
 */
export async function loadedBytes(folder: string, entry: string): Promise<number> {
  const seen = new Set([entry]);
  let bytes = 0;
  for (const name of seen) {
    const text = await readFile(join(folder, name));
    bytes += text.length;
    // As esbuild writes both: `var a=require("./x.cjs")`, and `.then(()=>b(require("./x.cjs")))`.
    for (const [, required = ''] of text.toString().matchAll(/[=;,]\s*require\("\.\/([^"]+)"\)/g)) seen.add(required);
  }
  return bytes;
}

/** `450 KB`: thousands of bytes, as the budgets count. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}
