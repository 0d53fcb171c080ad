import { knownText } from '../model/knownText.ts';
import { lastIndex } from '../../lint/lastIndex.ts';
import { unknownOf, type Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';

/** The variables that are set where a step stands, by the file itself. */
export interface Scope {
  has(name: string): boolean;
  /** `undefined` for what is not set, and for what is declared and gets its value from outside. */
  get(name: string): string | undefined;
  names(): Iterable<string>;
}

interface Setting {
  readonly start: number;
  readonly value: string | undefined;
}

/** What each name was set to, in the order of the file. */
type History = Map<string, Setting[]>;

/**
 * Follows `ENV` and `ARG` through the stages: a stage has those of the stages that it continues, too. Chains of thousands of
 * stages are followed without recursion, and each but once for a name.
 * @see https://docs.docker.com/build/building/variables/#scoping
 */
export class Values {
  readonly #buildArgs: Readonly<Record<string, string>>;
  readonly #histories = new Map<Stage, History>();
  /** What names that were asked for are set to at the end of a stage. */
  readonly #ends = new Map<Stage, Map<string, Setting | undefined>>();
  readonly #names = new Map<Stage, ReadonlySet<string>>();
  /** The `ARG`s before the first `FROM`, with the build arguments' values or their defaults. */
  readonly globals: Scope;

  constructor(stages: readonly Stage[], buildArgs: Readonly<Record<string, string>>) {
    this.#buildArgs = buildArgs;
    const [first] = stages;
    const global = first !== undefined && first.from === undefined ? first : undefined;
    this.globals = this.#scope(global, Number.POSITIVE_INFINITY);
  }

  at(step: Step): Scope {
    const { start } = step.onbuild ?? step;
    return this.#scope(step.stage, start);
  }

  /** Looks in the stage for the last setting before a place, then in the stages that it continues, at their ends. */
  #scope(stage: Stage | undefined, before: number): Scope {
    const find = (name: string): Setting | undefined =>
      stage && (lastBefore(this.#historyOf(stage).get(name), before) ?? this.#atEnd(stage.parent, name));
    return {
      has: (name) => find(name) !== undefined,
      get: (name) => find(name)?.value,
      names: () => this.#namesBefore(stage, before),
    };
  }

  *#namesBefore(stage: Stage | undefined, before: number): Iterable<string> {
    if (stage === undefined) return;
    for (const [name, [first]] of this.#historyOf(stage)) if (first !== undefined && first.start < before) yield name;
    if (stage.parent) yield* this.#namesAtEnd(stage.parent);
  }

  #atEnd(stage: Stage | undefined, name: string): Setting | undefined {
    const passed: Map<string, Setting | undefined>[] = [];
    let found: Setting | undefined;
    for (let at = stage; at !== undefined; at = at.parent) {
      const ends = this.#ends.get(at) ?? new Map<string, Setting | undefined>();
      this.#ends.set(at, ends);
      found = ends.get(name);
      if (ends.has(name)) break;
      passed.push(ends);
      found = this.#historyOf(at).get(name)?.at(-1);
      if (found !== undefined) break;
    }
    for (const ends of passed) ends.set(name, found);
    return found;
  }

  #namesAtEnd(stage: Stage): ReadonlySet<string> {
    for (const at of unknownOf(stage, this.#names)) {
      const inherited = at.parent && this.#names.get(at.parent);
      const own = [...this.#historyOf(at).keys()];
      // Most stages set nothing new, and share what they have.
      const isNew = inherited === undefined || own.some((name) => !inherited.has(name));
      this.#names.set(at, isNew ? new Set([...own, ...(inherited ?? [])]) : inherited);
    }
    return this.#names.get(stage) ?? new Set();
  }

  #historyOf(stage: Stage): History {
    const known = this.#histories.get(stage);
    if (known !== undefined) return known;
    // The earlier ones first: a value may come from any of them.
    for (const at of unknownOf(stage, this.#histories)) this.#read(at);
    return this.#histories.get(stage) ?? new Map();
  }

  #read(stage: Stage): void {
    const history: History = new Map();
    this.#histories.set(stage, history);
    const environment = new Set<string>();
    for (const step of stage.steps) {
      if (step.name !== 'ARG' && step.name !== 'ENV') continue;
      const scope = this.#scope(stage, step.start);
      for (const { name, value } of step.assignments) {
        // An ENV wins over an ARG of the same name, also over a later one.
        if (step.name === 'ENV') environment.add(name);
        else if (environment.has(name)) continue;
        const setting = { start: step.start, value: this.#valueOf(step, { name, value, scope }) };
        const settings = history.get(name);
        if (settings) settings.push(setting);
        else history.set(name, [setting]);
      }
    }
  }

  #valueOf(
    step: Step,
    { name, value, scope }: { name: string; value: string | undefined; scope: Scope },
  ): string | undefined {
    const given = step.name === 'ARG' ? this.#buildArgs[name] : undefined;
    if (given !== undefined) return given;
    // Within a stage, an ARG without a default has the value of the global one.
    if (value === undefined) return step.stage.from === undefined ? undefined : this.globals.get(name);
    return knownText(value, { escape: step.escape, lookup: (key) => scope.get(key) });
  }
}

function lastBefore(settings: readonly Setting[] | undefined, place: number): Setting | undefined {
  return settings?.[lastIndex(settings, ({ start }) => start < place)];
}
