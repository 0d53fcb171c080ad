import { parseReference, referenceProblem } from './reference.ts';
import type { FetchTags } from './tagList.ts';

/** Whom to ask for tags without being told each time, and what they answered. Nothing is kept beyond the session. */
export interface KnownTags {
  isAllowed(host: string): boolean;
  /** From now on, for this session. */
  allow(host: string): void;
  /** The registry's tags for `ghcr.io/acme/app`, the newest version first. Throws `EngineError`. */
  fetch(repository: string, signal: AbortSignal): Promise<readonly string[]>;
  /** The same for completions: empty when the registry may not be asked, and when it fails. */
  ofAllowed(repository: string): Promise<readonly string[]>;
  /** What was fetched already, under the name that Docker shows, however long ago; empty when nothing was. Asks nobody. */
  fetched(repository: string): readonly string[];
}

export interface KnownTagsOptions {
  readonly fetchTags: FetchTags;
  /** The person lets every registry be asked. */
  readonly allowsAll: () => boolean;
  /** In ms. */
  readonly now?: () => number;
}

/** Tags seldom change: an answer counts for ten minutes. */
const fresh = 600_000;
/** In ms; nobody waits for completions that long, but the next one has the answer. */
const longest = 15_000;

export function createKnownTags({ fetchTags, allowsAll, now = Date.now }: KnownTagsOptions): KnownTags {
  const allowed = new Set<string>();
  const answers = new Map<string, { readonly at: number; readonly tags: readonly string[] }>();
  const isAllowed = (host: string): boolean => allowed.has(host) || allowsAll();

  const fetch = async (repository: string, signal: AbortSignal): Promise<readonly string[]> => {
    const reference = parseReference(repository);
    const known = answers.get(reference.repository);
    if (known && now() - known.at < fresh) return known.tags;
    const tags = await fetchTags(reference, signal);
    answers.set(reference.repository, { at: now(), tags });
    return tags;
  };

  return {
    isAllowed,
    allow: (host) => void allowed.add(host),
    fetch,
    fetched: (repository) => answers.get(repository)?.tags ?? [],
    async ofAllowed(repository) {
      if (referenceProblem(repository) !== undefined || !isAllowed(parseReference(repository).host)) return [];
      try {
        return await fetch(repository, AbortSignal.timeout(longest));
      } catch {
        // A completion has nowhere to say it; the command that fetches tags does.
        return [];
      }
    },
  };
}
