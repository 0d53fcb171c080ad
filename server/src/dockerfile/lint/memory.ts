import type { Problem } from '../../lint/problem.ts';
import type { Finding, RunnableRule } from '../../lint/rule.ts';
import type { Mark } from '../model/notes.ts';
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

/** How a version of a file is looked at: what is remembered is not looked for again. */
export interface Look {
  findings(rule: RunnableRule<DockerfileFile>): Iterable<Finding>;
  /** The same for what is found in steps by something else than a rule, which `check` stands for. */
  inSteps(check: (part: DockerfileFile) => Problem[]): readonly Problem[];
}

/** Remembers from version to version of a file what was found in its steps and stages, as long as nothing says otherwise. */
export class FileMemory {
  #world = '';
  #pattern: RegExp | undefined;
  readonly #steps = new Recollection();
  readonly #stages = new Recollection();

  /** Begins a version; everything has to be asked for before the next one begins. */
  look(file: DockerfileFile, { hasShell }: { readonly hasShell: boolean }): Look {
    const { config, buildArgs, eol, source } = file;
    const world = JSON.stringify([config, buildArgs, eol, source.escape, hasShell]);
    const recollections = { step: this.#steps, stage: this.#stages };
    if (world !== this.#world) for (const recollection of Object.values(recollections)) recollection.forget();
    this.#world = world;
    const steps = this.#steps.begin(file.document.text, { units: stepUnits(file) }).map(({ step }) => step);
    const stages = this.#freshStages(file);
    const parts = {
      step: file.part({ steps, stages: file.stages.filter(({ from }) => from?.notes.step.isKept === false) }),
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

  /** The pattern of a source: the same object as before where that is the same. */
  pattern(source: string): RegExp {
    if (this.#pattern?.source !== source) this.#pattern = new RegExp(source, 'g');
    return this.#pattern;
  }

  #freshStages(file: DockerfileFile): readonly StageUnit[] {
    const units = stageUnits(file);
    const { globals } = file;
    const isFresh = ({ stage, steps }: StageUnit): boolean =>
      [globals, stage.parent].some((above) => above && markOf(above)?.isKept === false) ||
      steps.some((step) => !step.notes.step.isKept);
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
  return steps.map((step) => ({ mark: step.notes.step, start: step.lineStart, facts: factsOf(step), step }));
}

/** A stage has the mark of the instruction that it begins with. */
function markOf({ from, steps }: Stage): Mark | undefined {
  return (from ?? steps[0])?.notes.stage;
}

function stageUnits(file: DockerfileFile): readonly StageUnit[] {
  const { stages, source } = file;
  const declared = [...file.declaredNames].join(' ');
  return stages.flatMap((stage, index): StageUnit[] => {
    const { from, base, parent } = stage;
    const steps = from ? [from, ...stage.steps] : stage.steps;
    const [first] = steps;
    if (first === undefined) return [];
    const { lineStart: start, notes } = first;
    const next = stages[index + 1]?.from?.lineStart;
    const facts = [
      source.text.slice(start, next),
      steps.length,
      file.globals && markOf(file.globals),
      declared,
      base,
      parent === undefined ? file.image(base)?.image : markOf(parent),
      file.isShipped(stage),
    ];
    return [{ mark: notes.stage, start, facts: next === undefined ? never() : facts, stage, steps }];
  });
}
