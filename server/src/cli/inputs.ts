import { findFiles } from '../workspace/findFiles.ts';
import { reason, type Faults } from './terminal.ts';

export interface InputOptions {
  readonly cwd: string;
  /** Files, folders, and `-`. */
  readonly paths: readonly string[];
  /** Whether a file that is found in a folder is meant. */
  readonly wanted: (name: string) => boolean;
  readonly faults: Faults;
}

/** The files that are meant: those named, and those found in the folders that are named. Each once, in that order. */
export async function* inputs({ cwd, paths, wanted, faults }: InputOptions): AsyncIterable<string> {
  const given = new Set<string>();
  for (const path of paths) {
    try {
      for await (const file of path === '-' ? [path] : findFiles(path, { cwd, wanted })) {
        if (given.has(file)) continue;
        given.add(file);
        yield file;
      }
    } catch (error) {
      faults.add(`${path}: ${reason(error)}`);
    }
  }
}
