import type { DockerfileFile } from '../lint/file.ts';
import type { Stage } from '../model/stage.ts';
import { stageReferences, type StageReference } from '../model/stageReferences.ts';
import { components } from './components.ts';
import { invalidReference } from './imageReference.ts';
import type { Mistake } from './mistake.ts';

/** hadolint's rule asks for stages above this one, and reports these too. */
const unknownSource = ['DL3022'];

/**
 * `COPY --from` and mounts that take from a stage which is not there yet, from an index that no stage has, or from what
 * cannot be an image. A `COPY` from its own stage and names that nobody knows are the business of rules.
 */
export function* stageGraph(file: DockerfileFile): Iterable<Mistake> {
  const references = stageReferences(file.stages, file.source).filter(({ kind }) => kind !== 'from');
  const stages = file.stages.filter(({ from }) => from !== undefined);
  if (references.length === 0 || stages.length === 0) return;
  const graph = new Graph(stages, references);
  for (const reference of references) {
    const { kind, step, text } = reference;
    if (text === '') continue;
    if (/\$./.test(text)) {
      yield {
        id: 'variable-in-from',
        at: reference,
        message: 'Variables are not replaced here. Continue the image in a stage of its own, and name that.',
      };
      continue;
    }
    // What an ONBUILD names are the stages of another file.
    if (step.onbuild !== undefined || reference.stage !== undefined) continue;
    const isIndex = kind === 'copy' && /^\d+$/.test(text);
    const named = graph.named(text);
    const later = named ?? (isIndex ? stages[Number(text)] : undefined);
    if (later === step.stage) {
      if (kind === 'mount')
        yield { id: 'circular-stages', at: reference, message: 'A stage cannot mount itself. Leave from out.' };
    } else if (later !== undefined) yield notYet(reference, graph.circular(later, step.stage));
    else if (isIndex)
      yield {
        id: 'unknown-stage-index',
        at: reference,
        codes: unknownSource,
        message: `There is no stage ${text}: ${stages.length === 1 ? 'there is one, number 0' : `they count from 0 to ${stages.length - 1}`}.`,
      };
    else {
      const reason = invalidReference(text);
      if (reason !== undefined) yield { id: 'invalid-image', at: reference, ...reason };
    }
  }
}

function notYet(at: StageReference, circular: boolean): Mistake {
  const codes = at.kind === 'copy' ? unknownSource : [];
  return circular
    ? {
        id: 'circular-stages',
        at,
        codes,
        message: `The stage ${at.text} needs this stage, and this stage needs ${at.text}. One of them must do without.`,
      }
    : {
        id: 'later-stage',
        at,
        codes,
        message: `The stage ${at.text} comes later in the file. Move it above this stage.`,
      };
}

/** Which stages need which others. */
class Graph {
  readonly #names: ReadonlyMap<string, Stage>;
  readonly #needs = new Map<Stage, Set<Stage>>();
  #groups: ReadonlyMap<Stage, number> | undefined;

  constructor(stages: readonly Stage[], references: readonly StageReference[]) {
    this.#names = new Map(stages.flatMap((stage) => (stage.name ? [[stage.name.text.toLowerCase(), stage]] : [])));
    for (const stage of stages) this.#needs.set(stage, new Set(stage.parent ? [stage.parent] : []));
    for (const { step, text, stage } of references) {
      const target = stage ?? this.named(text);
      if (target && step.onbuild === undefined) this.#needs.get(step.stage)?.add(target);
    }
  }

  named(text: string): Stage | undefined {
    return this.#names.get(text.toLowerCase());
  }

  /** Whether two stages need each other, directly or not. */
  circular(one: Stage, other: Stage): boolean {
    this.#groups ??= components([...this.#needs.keys()], (stage) => this.#needs.get(stage) ?? []);
    return this.#groups.get(one) === this.#groups.get(other);
  }
}
