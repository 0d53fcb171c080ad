import type { DockerfileFile } from '../lint/file.ts';
import type { StageReference } from '../model/stageReferences.ts';
import { invalidReference } from './invalidReference.ts';
import type { Mistake } from './mistake.ts';

/** hadolint's rule about what `COPY --from` names reports these too. */
const unknownSource = ['DL3022'];

/**
 * `COPY --from` and mounts that need a stage which needs theirs, or take from an index that no stage has, or from what
 * cannot be an image. A `COPY` from its own stage and names that nobody knows are the business of rules.
 */
export function* stageGraph(file: DockerfileFile): Iterable<Mistake> {
  const references = file.references.filter(({ kind }) => kind !== 'from');
  const stages = file.stages.filter(({ from }) => from !== undefined);
  if (references.length === 0 || stages.length === 0) return;
  for (const reference of references) {
    const { kind, step, text, stage } = reference;
    if (/\$./.test(text))
      yield {
        id: 'variable-in-from',
        at: reference,
        message: 'Variables are not replaced here. Continue the image in a stage of its own, and name that.',
      };
    // What an ONBUILD names are the stages of another file; a named context is no image.
    else if (step.onbuild !== undefined || file.isNamedContext(text)) continue;
    else if (stage === step.stage) {
      if (kind === 'mount')
        yield { id: 'circular-stages', at: reference, message: 'A stage cannot mount itself. Leave from out.' };
    } else if (stage !== undefined) {
      if (file.circular.has(reference)) yield circular(reference);
    } else if (kind === 'copy' && /^\d+$/.test(text))
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

function circular(at: StageReference): Mistake {
  return {
    id: 'circular-stages',
    at,
    codes: at.kind === 'copy' ? unknownSource : [],
    message: `The stage ${at.text} needs this stage, and this stage needs ${at.text}. One of them must do without.`,
  };
}
