import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files, LintContext } from '../language.ts';
import { closest } from '../lint/closest.ts';
import { filePath } from './filePath.ts';

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

/** The folder that is taken for the context. */
interface Seen {
  /** The Dockerfile. */
  readonly file: string;
  readonly folder: string;
  readonly kinds: ReadonlyMap<string, 'file' | 'folder' | undefined>;
  readonly missing: readonly string[];
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
  readonly #known = new Map<string, { readonly at: number; readonly kind: ReturnType<Files['kind']> }>();

  constructor(files: Files, now: () => number = () => performance.now()) {
    this.#files = files;
    this.#now = now;
  }

  async look(question: ContextQuestion): Promise<ContextFiles | undefined> {
    const seen = await this.#see(question);
    if (seen === undefined) return undefined;
    const { file, folder, missing } = seen;
    const ignore = question.dockerignore?.path ?? '';
    return {
      folder,
      dockerignoreApplies: ignore === '' || ignore === `${file}.dockerignore` || dirname(ignore) === folder,
      missing: new Set(missing),
      meant: await this.#meant(folder, missing),
    };
  }

  /** The URIs of those that are files in the context. */
  async files(question: ContextQuestion): Promise<ReadonlyMap<string, string>> {
    const { folder, kinds } = (await this.#see(question)) ?? { folder: '', kinds: new Map<string, string>() };
    return new Map(
      [...kinds].flatMap(([path, kind]) => (kind === 'file' ? [[path, pathToFileURL(join(folder, path)).href]] : [])),
    );
  }

  async #see({ uri, dockerignore, paths }: ContextQuestion): Promise<Seen | undefined> {
    const wanted = [...new Set(paths)].slice(0, mostPaths);
    const file = filePath(uri);
    if (wanted.length === 0 || file === undefined) return undefined;
    let best: Seen | undefined;
    for (const folder of candidates(dirname(file), dockerignore)) {
      const found = await Promise.all(
        wanted.map(async (path) => [path, await this.#kind(join(folder, path))] as const),
      );
      const missing = found.flatMap(([path, kind]) => (kind === undefined ? [path] : []));
      if (missing.length < (best?.missing.length ?? wanted.length))
        best = { file, folder, kinds: new Map(found), missing };
      if (missing.length === 0) break;
    }
    return best;
  }

  #kind(path: string): ReturnType<Files['kind']> {
    const known = this.#known.get(path);
    const now = this.#now();
    if (known && now - known.at < fresh) return known.kind;
    // What is old is asked for again anyway, so that nothing has to be kept for long.
    if (this.#known.size > 5_000) this.#known.clear();
    const kind = this.#files.kind(path);
    this.#known.set(path, { at: now, kind });
    return kind;
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
