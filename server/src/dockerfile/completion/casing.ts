import type { DockerfileDocument } from '../document.ts';

/** Writes a keyword in the case that most instructions of the file have, but for the one at an offset. */
export function casingOf({ parsed }: DockerfileDocument, except: number): (keyword: string) => string {
  let balance = 0;
  for (const { keyword, start } of parsed.instructions) {
    if (start === except) continue;
    if (keyword === keyword.toLowerCase()) balance -= 1;
    else if (keyword === keyword.toUpperCase()) balance += 1;
  }
  return balance < 0 ? (keyword) => keyword.toLowerCase() : (keyword) => keyword;
}
