import type { Assignment } from './assignments.ts';
import type { Stage } from './stage.ts';
import type { Step } from './step.ts';

/** An `ARG` or `ENV` that gives a variable to its stage. */
export interface Declaration {
  readonly step: Step;
  readonly assignment: Assignment;
}

/** Where each variable is declared, and which of a stage's variables are those of another one. */
export class VariableIndex {
  readonly #stages: readonly Stage[];
  readonly #byName = new Map<string, Map<Stage, Declaration[]>>();

  constructor(stages: readonly Stage[], steps: readonly Step[]) {
    this.#stages = stages;
    for (const step of steps) {
      if (step.name !== 'ARG' && step.name !== 'ENV') continue;
      for (const assignment of step.assignments) this.#add(assignment.name, { step, assignment });
    }
  }

  /** The declaration that a step sees: the last one before it in its stage, else in the nearest stage that it continues. */
  seen(name: string, step: Step): Declaration | undefined {
    const own = this.#byName.get(name);
    if (own === undefined) return undefined;
    if (step.name === 'FROM') return own.get(this.#globals ?? step.stage)?.findLast(before(step));
    const earlier = own.get(step.stage)?.filter(before(step)) ?? [];
    // An ENV wins over an ARG of the same name, also over a later one.
    const here = earlier.findLast((one) => one.step.name === 'ENV') ?? earlier.at(-1);
    if (here !== undefined) return here;
    for (let stage = step.stage.parent; stage !== undefined; stage = stage.parent) {
      const there = own.get(stage)?.at(-1);
      if (there !== undefined) return there;
    }
    return undefined;
  }

  /** Whether a container of the step's stage has the variable too: an `ENV` was seen, not only an `ARG`. */
  outlivesBuild(name: string, step: Step): boolean {
    const own = this.#byName.get(name);
    for (let stage: Stage | undefined = step.stage; stage !== undefined; stage = stage.parent)
      if (own?.get(stage)?.some((one) => one.step.name === 'ENV')) return true;
    return false;
  }

  /** The `ARG` before the first `FROM` that gives an `ARG name` within a stage its value. */
  globalOf(name: string): Declaration | undefined {
    return this.#globals && this.#byName.get(name)?.get(this.#globals)?.at(-1);
  }

  /** Every declaration of the name in the file. */
  all(name: string): readonly Declaration[] {
    return [...(this.#byName.get(name)?.values() ?? [])].flat();
  }

  /**
   * The stages in which the name means the same variable as in this one: those that continue it, those that it continues,
   * and, through an `ARG name` without a value, the global arguments.
   */
  sharing(name: string, stage: Stage): ReadonlySet<Stage> {
    const own = this.#byName.get(name);
    if (own === undefined) return new Set([stage]);
    const groups = new Groups<Stage>();
    const nearest = new Map<Stage, Stage>();
    for (const at of this.#stages) {
      const { parent } = at;
      const above = parent && (own.has(parent) ? parent : nearest.get(parent));
      if (above) {
        nearest.set(at, above);
        groups.join(at, above);
      }
      const bare = own.get(at)?.some(({ step, assignment }) => step.name === 'ARG' && assignment.value === undefined);
      if (bare && this.#globals && own.has(this.#globals)) groups.join(at, this.#globals);
    }
    const group = groups.of(stage);
    return new Set(this.#stages.filter((at) => groups.of(at) === group));
  }

  get #globals(): Stage | undefined {
    const [first] = this.#stages;
    return first?.from === undefined ? first : undefined;
  }

  #add(name: string, declaration: Declaration): void {
    const stages = this.#byName.get(name) ?? new Map<Stage, Declaration[]>();
    const { stage } = declaration.step;
    stages.set(stage, [...(stages.get(stage) ?? []), declaration]);
    this.#byName.set(name, stages);
  }
}

/** Disjoint sets: things that were joined have the same first one. */
class Groups<T> {
  readonly #above = new Map<T, T>();

  of(item: T): T {
    let at = item;
    for (let above = this.#above.get(at); above !== undefined; above = this.#above.get(at)) at = above;
    if (at !== item) this.#above.set(item, at);
    return at;
  }

  join(one: T, other: T): void {
    const [first, second] = [this.of(one), this.of(other)];
    if (first !== second) this.#above.set(first, second);
  }
}

function before(step: Step): (declaration: Declaration) => boolean {
  const { start } = step.onbuild ?? step;
  return (declaration) => (declaration.step.onbuild ?? declaration.step).start < start;
}
