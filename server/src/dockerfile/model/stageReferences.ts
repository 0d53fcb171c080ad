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
  return stages.flatMap((stage) => {
    const { from, image, parent } = stage;
    const first: StageReference[] = from && image ? [{ kind: 'from', step: from, ...image, stage: parent }] : [];
    return [...first, ...stage.steps.flatMap((step) => referencesOf(triggerOf(step, source) ?? step, stages))];
  });
}

function referencesOf(step: Step, stages: readonly Stage[]): StageReference[] {
  const found: StageReference[] = [];
  const add = (kind: 'copy' | 'mount', word: { text: string; start: number; end: number }): void => {
    found.push({ kind, step, ...word, stage: step.onbuild ? undefined : stageNamed(word.text, step.stage, stages) });
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

/** As BuildKit finds it: by name, whatever its case, else by index; only stages before this one. */
export function stageNamed(text: string, current: Stage, stages: readonly Stage[]): Stage | undefined {
  const earlier = stages.filter(({ index, from }) => index < current.index && from !== undefined);
  const wanted = text.toLowerCase();
  const named = earlier.findLast(({ name }) => name?.text.toLowerCase() === wanted);
  if (named !== undefined) return named;
  return /^\d+$/.test(text) ? earlier[Number(text)] : undefined;
}
