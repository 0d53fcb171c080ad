import type { Anchored, Alias, Entry } from '../yaml/node.ts';
import type { Anchors } from '../yaml/anchors.ts';
import type { Report } from './report.ts';

/** What was found below an entry, and what that depended on besides the entry itself. */
interface Finding {
  readonly reports: readonly Report[];
  readonly targets: readonly (readonly [Alias, Anchored | undefined])[];
}

/**
 * What earlier versions of a file gave, by entry: an entry whose chunk has not changed gives the same again, unless one
 * of the aliases that were followed stands for something else now.
 */
export class Memory {
  readonly #found = new Map<string, WeakMap<Entry, Finding>>();

  /** `question` names what is asked and all that the answer depends on besides the entry and the aliases. */
  recall(entry: Entry, question: string, anchors: Anchors): readonly Report[] | undefined {
    const finding = this.#found.get(question)?.get(entry);
    return finding?.targets.every(([alias, target]) => anchors.target(alias) === target) === true
      ? finding.reports
      : undefined;
  }

  keep(entry: Entry, question: string, finding: Finding): void {
    const entries = this.#found.get(question) ?? new WeakMap<Entry, Finding>();
    entries.set(entry, finding);
    this.#found.set(question, entries);
  }
}
