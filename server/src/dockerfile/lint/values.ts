import { chain, type Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';

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
type History = ReadonlyMap<string, readonly Setting[]>;

/**
 * Follows `ENV` and `ARG` through the stages: a stage has those of the stages that it continues, too.
 * @see https://docs.docker.com/build/building/variables/#scoping
 */
export class Values {
  readonly #buildArgs: Readonly<Record<string, string>>;
  readonly #histories = new Map<Stage, History>();
  /** The `ARG`s before the first `FROM`, with the build arguments' values or their defaults. */
  readonly globals: Scope;

  constructor(stages: readonly Stage[], buildArgs: Readonly<Record<string, string>>) {
    this.#buildArgs = buildArgs;
    const [first] = stages;
    const history = first !== undefined && first.from === undefined ? this.#historyOf(first) : new Map();
    this.globals = scopeOf([{ history, before: Number.POSITIVE_INFINITY }]);
  }

  at(step: Step): Scope {
    const { start } = step.onbuild ?? step;
    return this.#scope(step.stage, start);
  }

  #scope(stage: Stage, before: number): Scope {
    return scopeOf(
      chain(stage).map((at) => ({
        history: this.#historyOf(at),
        before: at === stage ? before : Number.POSITIVE_INFINITY,
      })),
    );
  }

  #historyOf(stage: Stage): History {
    const known = this.#histories.get(stage);
    if (known) return known;
    const history = new Map<string, Setting[]>();
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
    return history;
  }

  #valueOf(
    step: Step,
    { name, value, scope }: { name: string; value: string | undefined; scope: Scope },
  ): string | undefined {
    const given = step.name === 'ARG' ? this.#buildArgs[name] : undefined;
    if (given !== undefined) return given;
    // Within a stage, an ARG without a default has the value of the global one.
    if (value === undefined) return step.stage.from === undefined ? undefined : this.globals.get(name);
    const { text, references, error } = expand(value, { escape: step.escape, lookup: (key) => scope.get(key) });
    const known = references.every((reference) => reference.modifier !== '' || scope.get(reference.name) !== undefined);
    return known && error === undefined ? text : undefined;
  }
}

/** Looks from the nearest stage outwards; in a stage, for the last setting before a place. */
function scopeOf(stages: readonly { readonly history: History; readonly before: number }[]): Scope {
  const find = (name: string): Setting | undefined => {
    for (const { history, before } of stages) {
      const setting = lastBefore(history.get(name), before);
      if (setting) return setting;
    }
    return undefined;
  };
  return {
    has: (name) => find(name) !== undefined,
    get: (name) => find(name)?.value,
    *names() {
      for (const { history, before } of stages)
        for (const [name, [first]] of history) if (first !== undefined && first.start < before) yield name;
    },
  };
}

/** By bisection: `settings` are in the order of their places. */
function lastBefore(settings: readonly Setting[] | undefined, place: number): Setting | undefined {
  if (settings === undefined) return undefined;
  let [low, high] = [0, settings.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((settings[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return settings[low - 1];
}
