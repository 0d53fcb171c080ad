import type { DockerfileDocument } from '../document.ts';
import { isWithin, type Name, type Occurrence, type Span } from './name.ts';
import type { Stage } from './stage.ts';
import type { StageReference } from './stageReferences.ts';

/** The stage that is declared or meant at an offset. */
export function stageNameAt(document: DockerfileDocument, offset: number): Name | undefined {
  const declared = document.stages.find(({ name }) => name !== undefined && isWithin(name, offset));
  if (declared?.name) return stageName(document, declared, declared.name);
  const reference = document.references.find((place) => isWithin(place, offset));
  return reference?.stage && stageName(document, reference.stage, reference);
}

function stageName(document: DockerfileDocument, stage: Stage, { start, end }: Span): Name | undefined {
  const definition = stage.name ?? stage.image ?? stage.from?.keyword;
  if (definition === undefined) return undefined;
  const references = document.references.filter((reference) => reference.stage === stage);
  const reads = references.map((reference): Occurrence => ({
    start: reference.start,
    end: reference.end,
    kind: 'read',
  }));
  const fixed = fixedBecause(document, { stage, references, at: { start, end } });
  return {
    kind: 'stage',
    text: stage.name?.text ?? '',
    at: { start, end },
    definition: { start: definition.start, end: definition.end },
    occurrences: stage.name ? [{ start: stage.name.start, end: stage.name.end, kind: 'declaration' }, ...reads] : reads,
    ...(fixed !== undefined && { fixed }),
    refuses: (name) => refusal(document, stage, name),
  };
}

function fixedBecause(
  { content, text }: DockerfileDocument,
  { stage, references, at }: { stage: Stage; references: readonly StageReference[]; at: Span },
): string | undefined {
  if (stage.name === undefined) return 'This stage has no name. Add “AS name” to its FROM.';
  const written = content.slice(at.start, at.end);
  if (/^\d+$/.test(written)) return `${written} is the stage’s number. Rename the stage at its FROM.`;
  const indirect = references.find(({ text: by }) => !isNamed(by, stage) && !/^\d+$/.test(by));
  if (indirect === undefined) return undefined;
  const line = text.positionAt(indirect.start).line + 1;
  return `Line ${String(line)} names this stage through a variable. Write the stage’s name there first.`;
}

/** Whether a word is the stage's own name, which its number is not. */
export function isNamed(word: string, { name }: Stage): boolean {
  return word.toLowerCase() === name?.text.toLowerCase();
}

/** @see https://docs.docker.com/reference/dockerfile/#from */
function refusal({ stages, references, text }: DockerfileDocument, stage: Stage, name: string): string | undefined {
  if (!/^[a-z][a-z0-9_.-]*$/i.test(name))
    return 'A stage’s name begins with a letter and has letters, digits, “-”, “_” and “.” only.';
  const wanted = name.toLowerCase();
  if (wanted === 'scratch' || wanted === 'context') return `“${name}” means something else to the builder.`;
  if (isNamed(name, stage)) return undefined;
  if (stages.some((other) => isNamed(name, other))) return `Another stage is called “${name}” already.`;
  // It would become this stage.
  const image = references.find(
    (place) => place.step.stage.index > stage.index && !place.stage && place.text.toLowerCase() === wanted,
  );
  return image && `Line ${String(text.positionAt(image.start).line + 1)} uses an image called “${name}”.`;
}
