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
  /** The stage that is meant; in `COPY` and mounts it may be a later one, or, by mistake, their own. `undefined` for an image or a context. */
  readonly stage: Stage | undefined;
}

/** Every reference to a stage or image, in the order of the file; those inside `ONBUILD` name stages of another file. */
export function stageReferences(stages: readonly Stage[], source: Source): StageReference[] {
  const find = new StageIndex(stages);
  return stages.flatMap((stage) => {
    const { from, image, parent } = stage;
    const first: StageReference[] = from && image ? [{ kind: 'from', step: from, ...image, stage: parent }] : [];
    return [
      ...first,
      ...stage.steps.flatMap((step) => (refers(step) ? referencesOf(triggerOf(step, source) ?? step, find) : [])),
    ];
  });
}

/** Whether one of the flags of a step, or of what an `ONBUILD` does, may name a stage. */
function refers({ name, line: { text }, notes }: Step): boolean {
  if (name === 'ONBUILD') return true;
  return (
    (name === 'COPY' || name === 'RUN') &&
    notes.ask({ question: 'refers', answer: () => /^\s*--/.test(text) && /["'\\]|from/i.test(text) })
  );
}

function referencesOf(step: Step, stages: StageIndex): StageReference[] {
  const found: StageReference[] = [];
  const add = (kind: 'copy' | 'mount', word: { text: string; start: number; end: number }): void => {
    if (word.text === '') return;
    found.push({ kind, step, ...word, stage: step.onbuild ? undefined : stages.find(kind, word.text) });
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

/**
 * Finds stages as BuildKit does: the last one of a name, whatever its case, wherever it stands in the file; for `COPY` else
 * the one of a number.
 */
export class StageIndex {
  readonly #stages: readonly Stage[];
  readonly #named: ReadonlyMap<string, Stage>;

  constructor(stages: readonly Stage[]) {
    this.#stages = stages.filter(({ from }) => from !== undefined);
    this.#named = new Map(
      this.#stages.flatMap((stage) => (stage.name ? [[stage.name.text.toLowerCase(), stage] as const] : [])),
    );
  }

  find(kind: 'copy' | 'mount', text: string): Stage | undefined {
    const named = this.#named.get(text.toLowerCase());
    if (named !== undefined || kind === 'mount') return named;
    return /^\d+$/.test(text) ? this.#stages[Number(text)] : undefined;
  }
}
