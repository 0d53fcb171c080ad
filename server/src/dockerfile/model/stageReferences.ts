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
  const find = finder(stages);
  return stages.flatMap((stage) => {
    const { from, image, parent } = stage;
    const first: StageReference[] = from && image ? [{ kind: 'from', step: from, ...image, stage: parent }] : [];
    return [...first, ...stage.steps.flatMap((step) => referencesOf(triggerOf(step, source) ?? step, find))];
  });
}

type Finder = (text: string) => Stage | undefined;

function referencesOf(step: Step, find: Finder): StageReference[] {
  const found: StageReference[] = [];
  const add = (kind: 'copy' | 'mount', word: { text: string; start: number; end: number }): void => {
    found.push({ kind, step, ...word, stage: step.onbuild ? undefined : find(word.text) });
  };
  if (step.name === 'COPY') {
    const flag = step.flag('from');
    if (flag?.value !== undefined && flag.value !== '') {
      const { value } = flag;
      const quote = /^(["'])(.*)\1$/.exec(value);
      const text = quote?.[2] ?? value;
      const at = step.within(flag, flag.text.length - value.length + (quote ? 1 : 0), text.length);
      add('copy', { text, ...at });
    }
  } else if (step.name === 'RUN') {
    for (const { from, fromRange } of mountsOf(step))
      if (from !== undefined && from !== '' && fromRange !== undefined) add('mount', { text: from, ...fromRange });
  }
  return found;
}

/** As BuildKit finds what `COPY --from` and mounts name: the last stage of that name, whatever its case, else by index. */
export function stageNamed(text: string, stages: readonly Stage[]): Stage | undefined {
  return finder(stages)(text);
}

function finder(stages: readonly Stage[]): Finder {
  const built = stages.filter(({ from }) => from !== undefined);
  const named = new Map(built.flatMap((stage) => (stage.name ? [[stage.name.text.toLowerCase(), stage]] : [])));
  return (text) => named.get(text.toLowerCase()) ?? (/^\d+$/.test(text) ? built[Number(text)] : undefined);
}
