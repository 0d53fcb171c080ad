import type { EngineState } from '../language.ts';
import type { EngineFacts, EngineQuestion } from '../protocol/requests.ts';

/** An answer counts this long, in ms: while somebody types, the engine is not asked for each key. */
const fresh = 10_000;
const remembered = 50;

interface Entry {
  readonly at: number;
  readonly facts: EngineFacts | undefined;
  /** Set while it is being asked; tells whether something else is known then. */
  readonly asking?: Promise<boolean>;
}

/** Answers at once with what is known of an engine. What no engine can tell any more is not known any more. */
export class EngineReader {
  readonly #engine: EngineState;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(engine: EngineState, now: () => number = () => performance.now()) {
    this.#engine = engine;
    this.#now = now;
  }

  look(question: EngineQuestion): { readonly facts?: EngineFacts | undefined; readonly rest?: Promise<boolean> } {
    if (Object.values(question).every((wanted: readonly unknown[]) => wanted.length === 0)) return {};
    const key = JSON.stringify(question);
    const known = this.#entries.get(key);
    const entry =
      known && (known.asking !== undefined || this.#now() - known.at < fresh) ? known : this.#ask(key, question);
    return { facts: entry.facts, ...(entry.asking && { rest: entry.asking }) };
  }

  #ask(key: string, question: EngineQuestion): Entry {
    const facts = this.#entries.get(key)?.facts;
    const learn = (next: EngineFacts | undefined): boolean => {
      this.#entries.set(key, { at: this.#now(), facts: next });
      return JSON.stringify(next) !== JSON.stringify(facts);
    };
    const asking = this.#engine.facts(question).then(learn, () => learn(undefined));
    const entry = { at: this.#now(), facts, asking };
    if (this.#entries.size >= remembered) this.#entries.clear();
    this.#entries.set(key, entry);
    return entry;
  }
}
