import type { RawInstruction } from './parse.ts';
import { platformArguments } from './predefinedArguments.ts';
import { Step, type Source, type Word } from './step.ts';
import { expand } from './variables.ts';

/** A build stage: a `FROM` and what follows it. Instructions before the first `FROM` are a stage without one. */
export interface Stage {
  readonly index: number;
  /** Absent for the global `ARG`s before the first `FROM`. */
  readonly from: Step | undefined;
  /** The image or stage as written. */
  readonly image: Word | undefined;
  /** The same, its variables replaced by their defaults and the build arguments; `undefined` when one has no value. */
  readonly base: string | undefined;
  /** The name after `AS`, as written. */
  readonly name: Word | undefined;
  /** The earlier stage that this one continues. */
  readonly parent: Stage | undefined;
  /** Without the `FROM`. */
  readonly steps: readonly Step[];
}

/** The stage and those it continues, the nearest first. */
export function chain(stage: Stage): Stage[] {
  const stages: Stage[] = [];
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) stages.push(at);
  return stages;
}

/** The stages of a chain that are not known yet, the earliest first: for what is found out once for each stage. */
export function unknownOf(stage: Stage, known: { has(stage: Stage): boolean }): Stage[] {
  const stages: Stage[] = [];
  for (let at: Stage | undefined = stage; at !== undefined && !known.has(at); at = at.parent) stages.push(at);
  return stages.reverse();
}

/** Answers whether something holds for a stage or one that it continues; asks once for each stage. */
export function someInChain(holds: (stage: Stage) => boolean): (stage: Stage) => boolean {
  const known = new Map<Stage, boolean>();
  return (stage) => {
    for (const at of unknownOf(stage, known))
      known.set(at, (at.parent !== undefined && known.get(at.parent) === true) || holds(at));
    return known.get(stage) === true;
  };
}

/** The stage that a chain begins with: its base is an image. */
export function firstOf(stage: Stage): Stage {
  let first = stage;
  while (first.parent !== undefined) first = first.parent;
  return first;
}

export interface StageOptions {
  readonly source: Source;
  readonly buildArgs: Readonly<Record<string, string>>;
}

type Building = { -readonly [K in keyof Stage]: Stage[K] } & { steps: Step[] };

/** Divides a file into its stages. */
export function readStages(instructions: readonly RawInstruction[], { source, buildArgs }: StageOptions): Stage[] {
  const stages: Building[] = [];
  const named = new Map<string, Stage>();
  const globals = new Map(Object.entries(platformArguments(buildArgs)));
  const open = (from?: RawInstruction): Building => {
    const stage: Building = {
      index: stages.length,
      from: undefined,
      image: undefined,
      base: undefined,
      name: undefined,
      parent: undefined,
      steps: [],
    };
    if (from !== undefined) readFrom(stage, new Step(from, { stage, source }), { named, globals });
    if (stage.name) named.set(stage.name.text.toLowerCase(), stage);
    stages.push(stage);
    return stage;
  };
  let current: Building | undefined;
  for (const raw of instructions) {
    if (raw.name === 'FROM') {
      current = open(raw);
      continue;
    }
    current ??= open();
    const step = new Step(raw, { stage: current, source });
    current.steps.push(step);
    if (current.from === undefined && step.name === 'ARG') declare(globals, step, buildArgs);
  }
  return stages;
}

function readFrom(
  stage: Building,
  from: Step,
  { named, globals }: { named: ReadonlyMap<string, Stage>; globals: ReadonlyMap<string, string> },
): void {
  const [image, as, name] = from.words;
  stage.from = from;
  stage.image = image;
  if (as?.text.toLowerCase() === 'as') stage.name = name;
  if (image === undefined) return;
  const { text, references } = expand(image.text, { escape: from.escape, lookup: (key) => globals.get(key) });
  const known = references.every((reference) => reference.modifier !== '' || globals.has(reference.name));
  stage.base = known ? text : undefined;
  stage.parent = named.get(text.toLowerCase());
}

/** A global `ARG` has its build argument's value, or its default. */
function declare(globals: Map<string, string>, step: Step, buildArgs: Readonly<Record<string, string>>): void {
  for (const { name, value } of step.assignments) {
    const given = buildArgs[name];
    const { text: standard } = expand(value ?? '', { escape: step.escape, lookup: (key) => globals.get(key) });
    if (given !== undefined || value !== undefined) globals.set(name, given ?? standard);
  }
}

/** The trigger of an `ONBUILD`, as a step. */
export function triggerOf(step: Step, source: Source): Step | undefined {
  const [keyword] = step.name === 'ONBUILD' ? step.words : [];
  if (keyword === undefined) return undefined;
  const at = step.line.text.indexOf(keyword.text);
  const raw: RawInstruction = {
    notes: step.notes,
    lineStart: step.lineStart,
    next: step.end,
    start: keyword.start,
    end: step.end,
    startLine: step.startLine,
    endLine: step.endLine,
    keyword: keyword.text,
    name: keyword.text.toUpperCase(),
    looksAhead: false,
    line: step.line.slice(at + keyword.text.length),
    heredocs: step.heredocs,
  };
  return new Step(raw, { stage: step.stage, source, onbuild: step });
}
