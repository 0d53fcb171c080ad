import { mountsOf } from './mounts.ts';
import { triggerOf, type Stage } from './stage.ts';
import type { Source, Step } from './step.ts';

/** A place that names a stage or an image: the image of a `FROM`, `COPY --from`, `RUN --mount=from`. Offsets are the document's. */
export interface StageReference {
  readonly kind: 'from' | 'copy' | 'mount';
  readonly step: Step;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The stage that is meant: an earlier one, by name or, in `COPY` and mounts, by index. `undefined` for an image or a context. */
  readonly stage: Stage | undefined;
}

/** Every reference to a stage or image, in the order of the file; those inside `ONBUILD` name stages of another file. */
export function stageReferences(stages: readonly Stage[], source: Source): StageReference[] {
  const earlier = new EarlierStages(stages);
  return stages.flatMap((stage) => {
    const { from, image, parent } = stage;
    const first: StageReference[] = from && image ? [{ kind: 'from', step: from, ...image, stage: parent }] : [];
    return [...first, ...stage.steps.flatMap((step) => referencesOf(triggerOf(step, source) ?? step, earlier))];
  });
}

function referencesOf(step: Step, earlier: EarlierStages): StageReference[] {
  const found: StageReference[] = [];
  const add = (kind: 'copy' | 'mount', word: { text: string; start: number; end: number }): void => {
    found.push({ kind, step, ...word, stage: step.onbuild ? undefined : earlier.find(word.text, step.stage) });
  };
  if (step.name === 'COPY') {
    const flag = step.flag('from');
    if (flag?.value !== undefined) add('copy', { text: flag.value, ...flag.within(0, flag.value.length) });
  } else if (step.name === 'RUN') {
    for (const { from, fromRange } of mountsOf(step))
      if (from !== undefined && fromRange !== undefined) add('mount', { text: from, ...fromRange });
  }
  return found;
}

/** Finds stages as BuildKit does: by name, whatever its case, else by index; only stages before the one that asks. */
class EarlierStages {
  readonly #stages: readonly Stage[];
  readonly #named = new Map<string, Stage[]>();

  constructor(stages: readonly Stage[]) {
    this.#stages = stages.filter(({ from }) => from !== undefined);
    for (const stage of this.#stages) {
      if (stage.name === undefined) continue;
      const name = stage.name.text.toLowerCase();
      const alike = this.#named.get(name);
      if (alike) alike.push(stage);
      else this.#named.set(name, [stage]);
    }
  }

  find(text: string, { index }: Stage): Stage | undefined {
    const named = this.#named.get(text.toLowerCase())?.findLast((stage) => stage.index < index);
    if (named !== undefined) return named;
    const numbered = /^\d+$/.test(text) ? this.#stages[Number(text)] : undefined;
    return numbered !== undefined && numbered.index < index ? numbered : undefined;
  }
}
