import type { Problem } from '../../lint/problem.ts';
import type { Finding, Rule } from '../../lint/rule.ts';
import type { ShellInUse } from '../model/shells.ts';
import type { Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';
import { Recollection, type Unit } from './recollection.ts';

interface StepUnit extends Unit {
  readonly step: Step;
}

interface StageUnit extends Unit {
  readonly stage: Stage;
  /** Its `FROM` too. */
  readonly steps: readonly Step[];
}

/** Something to be known of a step that is the same wherever it stands: no offsets. */
interface StepQuestion<T> {
  readonly question: string;
  readonly about?: string;
  readonly answer: () => T;
}

/** How a version of a file is looked at: what is remembered is not looked for again. */
export interface Look {
  findings(rule: Rule<DockerfileFile>): Iterable<Finding>;
  /** The same for what is found in steps by something else than a rule, which `check` stands for. */
  inSteps(check: (part: DockerfileFile) => Problem[]): readonly Problem[];
}

/** Remembers from version to version of a file what was found in its steps and stages, as long as nothing says otherwise. */
export class FileMemory {
  #world = '';
  readonly #steps = new Recollection();
  readonly #stages = new Recollection();
  readonly #ofSteps = new WeakMap<object, Map<string, { readonly about: string; readonly answer: unknown }>>();

  /** Begins a version; everything has to be asked for before the next one begins. */
  look(file: DockerfileFile, { hasShell }: { readonly hasShell: boolean }): Look {
    const { config, buildArgs, eol, source } = file;
    const world = JSON.stringify([config, buildArgs, eol, source.escape, hasShell]);
    const recollections = { step: this.#steps, stage: this.#stages };
    if (world !== this.#world) for (const recollection of Object.values(recollections)) recollection.forget();
    this.#world = world;
    const steps = new Set(this.#steps.begin(file.document.text, { units: stepUnits(file) }).map(({ step }) => step));
    const stages = this.#freshStages(file, steps);
    const parts = {
      step: file.part({ steps: [...steps], stages: file.stages.filter(({ from }) => from && steps.has(from)) }),
      stage: file.part({ steps: stages.flatMap((unit) => unit.steps), stages: stages.map(({ stage }) => stage) }),
    };
    return {
      findings: (rule) => {
        const { scope } = rule;
        if (scope === undefined) return rule.check(file);
        return recollections[scope].ask(rule, (which) => rule.check(which === 'all' ? file : parts[scope]));
      },
      inSteps: (check) => this.#steps.ask(check, (which) => check(which === 'all' ? file : parts.step)),
    };
  }

  /** The answer to a question about a step's own text, with what else it is about; asked once, as long as both stay as they are. */
  ofStep<T>({ identity }: Step, { question, about = '', answer }: StepQuestion<T>): T {
    const answers = this.#ofSteps.get(identity) ?? new Map<string, { about: string; answer: unknown }>();
    this.#ofSteps.set(identity, answers);
    const known = answers.get(question);
    // Whoever asks the same question is given the same kind of answer.
    if (known?.about === about) return known.answer as T;
    const found = answer();
    answers.set(question, { about, answer: found });
    return found;
  }

  #freshStages(file: DockerfileFile, freshSteps: ReadonlySet<Step>): readonly StageUnit[] {
    const units = stageUnits(file);
    const ofStage = new Map(units.map((unit) => [unit.stage, unit]));
    const [first] = units;
    const globals = first?.stage.from === undefined ? first : undefined;
    const isFresh = ({ stage, steps }: StageUnit, fresh: ReadonlySet<object>): boolean => {
      const above = [globals, stage.parent && ofStage.get(stage.parent)];
      return above.some((unit) => unit && fresh.has(unit.identity)) || steps.some((step) => freshSteps.has(step));
    };
    return this.#stages.begin(file.document.text, { units, isFresh });
  }
}

/** Nothing is equal to it: what is at the end of a file is always looked at, as edits there may reach before it. */
const never = (): readonly unknown[] => [{}];
const global: readonly unknown[] = ['global'];
const plain: readonly unknown[] = [];
/** What a shell runs. */
const running = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ONBUILD']);

function stepUnits(file: DockerfileFile): readonly StepUnit[] {
  const steps = [...file.steps()];
  const last = steps.at(-1);
  const ofShells = new Map<ShellInUse, readonly unknown[]>();
  const factsOf = (step: Step): readonly unknown[] => {
    if (step === last) return never();
    const own = step.stage.from === undefined ? global : plain;
    if (!running.has(step.name)) return own;
    const shell = file.shellOf(step);
    const facts = (own === plain ? ofShells.get(shell) : undefined) ?? [
      ...own,
      shell.instruction === undefined,
      shell.posix,
      ...shell.words,
    ];
    // A file's first instructions may stand before any stage, by mistake.
    if (own === plain) ofShells.set(shell, facts);
    return facts;
  };
  return steps.map((step) => ({ identity: step.identity, start: step.lineStart, facts: factsOf(step), step }));
}

function stageUnits(file: DockerfileFile): readonly StageUnit[] {
  const { stages, source } = file;
  const globals = stages[0]?.from === undefined ? stages[0]?.steps[0]?.identity : undefined;
  return stages.flatMap((stage, index): StageUnit[] => {
    const { from, base, parent } = stage;
    const steps = from ? [from, ...stage.steps] : stage.steps;
    const [first] = steps;
    if (first === undefined) return [];
    const { identity, lineStart: start } = first;
    const next = stages[index + 1]?.from?.lineStart;
    const facts = [
      source.text.slice(start, next),
      steps.length,
      globals,
      base,
      parent === undefined ? file.image(base)?.image : parent.from?.identity,
      file.isShipped(stage),
    ];
    return [{ identity, start, facts: next === undefined ? never() : facts, stage, steps }];
  });
}
