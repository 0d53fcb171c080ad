import type { BuildUse } from '../language.ts';

/** Answers count this long, in ms: while somebody types, no compose file is read for each key. */
const fresh = 3_000;
/** More Dockerfiles than this are not remembered. */
const most = 50;

/** Knows the named contexts, `additional_contexts` in compose files, that the builds of a Dockerfile are given. */
export class NamedContexts {
  readonly #builds: (uri: string) => Promise<readonly BuildUse[]>;
  readonly #now: () => number;
  readonly #known = new Map<string, { readonly at: number; readonly names: Promise<ReadonlySet<string>> }>();

  constructor(builds: (uri: string) => Promise<readonly BuildUse[]>, now: () => number = () => performance.now()) {
    this.#builds = builds;
    this.#now = now;
  }

  /** The names, each once. */
  async of(uri: string): Promise<ReadonlySet<string>> {
    const known = this.#known.get(uri);
    if (known !== undefined && this.#now() - known.at < fresh) return known.names;
    const names = this.#builds(uri).then(
      (builds) => new Set(builds.flatMap(({ contexts }) => contexts.map(({ text }) => text))),
    );
    this.#known.delete(uri);
    this.#known.set(uri, { at: this.#now(), names });
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return names;
  }
}
