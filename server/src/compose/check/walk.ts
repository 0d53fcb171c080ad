import { Anchors } from '../yaml/anchors.ts';
import type { Alias, Anchored, Entry, YamlNode } from '../yaml/node.ts';
import type { Memory } from './memory.ts';
import type { Report } from './report.ts';

/** The nodes that were looked at already, each with the questions that were asked of it. */
type Seen = Map<YamlNode, Set<unknown>>;

/** One walk over a document: gathers what is found, and skips the parts that gave the same before. */
export class Walk {
  #reports: Report[] = [];
  #targets: (readonly [Alias, Anchored | undefined])[] = [];
  #seen: Seen = new Map();
  /** What aliases stand for; who asks depends on the answer. */
  readonly anchors: Anchors;
  readonly #plain: Anchors;
  readonly #memory: Memory;

  constructor(anchors: Anchors, memory: Memory) {
    this.#plain = anchors;
    this.#memory = memory;
    this.anchors = new RecordedAnchors(anchors, (alias, target) => this.#targets.push([alias, target]));
  }

  get reports(): readonly Report[] {
    return this.#reports;
  }

  report(report: Report): void {
    this.#reports.push(report);
  }

  /** Whether this node was asked this question already; aliases lead to the same nodes again and again. */
  seen(node: YamlNode, question: unknown): boolean {
    const questions = this.#seen.get(node);
    if (questions?.has(question) === true) return true;
    if (questions) questions.add(question);
    else this.#seen.set(node, new Set([question]));
    return false;
  }

  /** Looks at what is below an entry, or remembers what was found there when the entry is the whole of a chunk. */
  below(entry: Entry, question: string, look: () => void): void {
    if (!isChunk(entry)) {
      look();
      return;
    }
    const known = this.#memory.recall(entry, question, this.#plain);
    if (known) {
      this.#reports.push(...known);
      return;
    }
    const outer = { reports: this.#reports, targets: this.#targets, seen: this.#seen };
    this.#reports = [];
    this.#targets = [];
    this.#seen = new Map();
    look();
    this.#memory.keep(entry, question, { reports: this.#reports, targets: this.#targets });
    this.#reports = [...outer.reports, ...this.#reports];
    this.#targets = [...outer.targets, ...this.#targets];
    this.#seen = outer.seen;
  }
}

/** Answers as other anchors do, and tells of each answer. */
export class RecordedAnchors extends Anchors {
  readonly #anchors: Anchors;
  readonly #tell: (alias: Alias, target: Anchored | undefined) => void;

  constructor(anchors: Anchors, tell: (alias: Alias, target: Anchored | undefined) => void) {
    super({ anchors: [] });
    this.#anchors = anchors;
    this.#tell = tell;
  }

  override target(alias: Alias): Anchored | undefined {
    const target = this.#anchors.target(alias);
    this.#tell(alias, target);
    return target;
  }
}

/** The whole of what is below came with the entry, from one chunk; the mapping around it was put together from several. */
function isChunk({ key, value, written, parent }: Entry): boolean {
  return value === written && parent !== undefined && parent.place !== key.place;
}
