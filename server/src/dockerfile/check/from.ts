import type { DockerfileFile } from '../lint/file.ts';
import type { Step } from '../model/step.ts';
import { invalidReference } from './invalidReference.ts';
import { change, hasVariable, strayComment, type Mistake } from './mistake.ts';

/** `FROM image`, or `FROM image AS name`. */
export function* fromForm(step: Step): Iterable<Mistake> {
  const { words } = step;
  const [image, as, name] = words;
  if (image === undefined) {
    yield { id: 'missing-argument', at: step.keyword, message: 'FROM needs an image, an earlier stage, or scratch.' };
    return;
  }
  if (as === undefined) return;
  const hash = words.find(({ text }) => text.startsWith('#'));
  if (hash !== undefined) {
    yield strayComment({ start: hash.start, end: words.at(-1)?.end ?? hash.end });
    return;
  }
  if (as.text.toLowerCase() === 'as') {
    if (name === undefined)
      yield { id: 'missing-argument', at: as, message: 'After AS the name of the stage is missing.' };
    else if (words.length > 3) yield extra(words.slice(3));
    return;
  }
  const title = `Name the stage ${as.text}`;
  const insert = { start: as.start, end: as.start, newText: 'AS ' };
  yield words.length === 3
    ? { id: 'from-form', at: as, message: `Between image and name stands AS, not ${as.text}.`, fix: change(as, 'AS') }
    : {
        ...extra(words.slice(1)),
        ...(words.length === 2 && isStageName(as.text) && { fix: { title, edits: [insert], safe: false } }),
      };
}

function extra(words: Step['words']): Mistake {
  const [first] = words;
  const at = { start: first?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return { id: 'from-form', at, message: 'FROM takes an image, and after AS a name, nothing else.' };
}

/** A stage's name: letters, digits, `-`, `_` and `.`, whatever their case, a letter first. */
export function* stageName(step: Step): Iterable<Mistake> {
  const [, as, name] = step.words;
  if (as?.text.toLowerCase() !== 'as' || name === undefined || isStageName(name.text)) return;
  yield {
    id: 'invalid-stage-name',
    at: name,
    message: hasVariable(name.text)
      ? 'The name of a stage cannot contain a variable.'
      : `${name.text} cannot name a stage: it begins with a letter, and has letters, digits, "-", "_" and "." only.`,
  };
}

function isStageName(text: string): boolean {
  return /^[a-z][a-z0-9\-_.]*$/i.test(text);
}

/** An image whose name no registry can have. One with variables is looked at when these have a value. */
export function* fromReference(step: Step, file: DockerfileFile): Iterable<Mistake> {
  const [image] = step.words;
  if (image === undefined || hasVariable(image.text) || /["'\\`]/.test(image.text)) return;
  const reason = invalidReference(image.text);
  if (reason === undefined || file.isNamedContext(image.text) || isEarlierStage(image.text, step, file)) return;
  yield { id: 'invalid-image', at: image, ...reason };
}

function isEarlierStage(text: string, { stage }: Step, { stages }: DockerfileFile): boolean {
  const wanted = text.toLowerCase();
  return stages.some(({ index, name }) => index < stage.index && name?.text.toLowerCase() === wanted);
}
