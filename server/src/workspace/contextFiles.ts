import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files, LintContext } from '../language.ts';
import { closest } from '../lint/closest.ts';

/** What was seen of the build context, for the paths that were asked for. Paths are relative to it. */
export interface ContextFiles {
  /** The context's folder; a guess, unless a build says which one it is. */
  readonly folder: string;
  /** Whether the `.dockerignore` that was found is that folder's, or the Dockerfile's own; true when there is none. */
  readonly dockerignoreApplies: boolean;
  /** The paths that are not there. */
  readonly missing: ReadonlySet<string>;
  /** For those of them that are probably misspelt, what is there. */
  readonly meant: ReadonlyMap<string, string>;
}

export interface ContextQuestion {
  /** The Dockerfile's. */
  readonly uri: string;
  readonly dockerignore: LintContext['dockerignore'];
  readonly paths: readonly string[];
}

/** Answers count this long, in ms: while somebody types, the disk is not asked for each key. */
const fresh = 3_000;
/** More paths than this are not looked for. */
const mostPaths = 100;
/** How far above the Dockerfile its context may be. */
const mostFolders = 4;

/**
 * Looks for a Dockerfile's sources on the disk. Which folder its build has as context is not in the file: it is taken to be
 * the one, of its own, that of its `.dockerignore` and those above, where most of the sources are. Nothing is said when
 * none of them is anywhere: then the context is elsewhere, or made for the build.
 */
export class ContextReader {
  readonly #files: Files;
  readonly #now: () => number;
  readonly #known = new Map<string, { readonly at: number; readonly there: Promise<boolean> }>();

  constructor(files: Files, now: () => number = () => performance.now()) {
    this.#files = files;
    this.#now = now;
  }

  async look({ uri, dockerignore, paths }: ContextQuestion): Promise<ContextFiles | undefined> {
    const wanted = [...new Set(paths)].slice(0, mostPaths);
    const file = pathOf(uri);
    if (wanted.length === 0 || file === undefined) return undefined;
    let best: { readonly folder: string; readonly missing: readonly string[] } | undefined;
    for (const folder of candidates(dirname(file), dockerignore)) {
      const there = await Promise.all(wanted.map((path) => this.#there(join(folder, path))));
      const missing = wanted.filter((_, i) => there[i] !== true);
      if (missing.length < (best?.missing.length ?? wanted.length)) best = { folder, missing };
      if (missing.length === 0) break;
    }
    if (best === undefined) return undefined;
    const { folder, missing } = best;
    const ignore = dockerignore?.path ?? '';
    return {
      folder,
      dockerignoreApplies: ignore === '' || ignore === `${file}.dockerignore` || dirname(ignore) === folder,
      missing: new Set(missing),
      meant: await this.#meant(folder, missing),
    };
  }

  #there(path: string): Promise<boolean> {
    const known = this.#known.get(path);
    const now = this.#now();
    if (known && now - known.at < fresh) return known.there;
    // What is old is asked for again anyway, so that nothing has to be kept for long.
    if (this.#known.size > 5_000) this.#known.clear();
    const there = this.#files.kind(path).then((kind) => kind !== undefined);
    this.#known.set(path, { at: now, there });
    return there;
  }

  /** The names that are like the missing ones, in the folders where they should be. */
  async #meant(folder: string, missing: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const meant = new Map<string, string>();
    for (const path of missing.slice(0, 20)) {
      const slash = path.lastIndexOf('/') + 1;
      const names = await this.#files.list(join(folder, path.slice(0, slash)));
      const name = closest(
        path.slice(slash),
        names.map((entry) => entry.name),
      );
      if (name !== undefined) meant.set(path, `${path.slice(0, slash)}${name}`);
    }
    return meant;
  }
}

/** Where the context may be, best first. */
function candidates(own: string, dockerignore: LintContext['dockerignore']): string[] {
  const above: string[] = [];
  for (let folder = own; above.length < mostFolders; folder = dirname(folder)) {
    if (dirname(folder) === folder && above.length > 0) break;
    above.push(folder);
    if (dirname(folder) === folder) break;
  }
  return [...new Set([...(dockerignore ? [dirname(dockerignore.path)] : []), ...above])];
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
