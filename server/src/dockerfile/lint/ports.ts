import { knownText } from '../model/knownText.ts';
import type { Word } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** A port of an `EXPOSE`, `[[IP:]HOST:]PORT[-PORT][/PROTOCOL]`, in its parts as written. Offsets are the document's. */
export interface Port {
  readonly word: Word;
  /** `IP:` and `HOST:`, with the closing colon; empty as a rule. */
  readonly host: Word;
  /** A number, or two with a `-`; or a variable. */
  readonly port: Word;
  /** Without the slash; empty when there is none. */
  readonly protocol: Word;
}

/** The ports that the file's `EXPOSE`s name. What a variable may hold is not taken apart. */
export function* exposedPorts(file: DockerfileFile): Iterable<Port> {
  for (const step of file.all('EXPOSE')) {
    if (step.onbuild !== undefined) continue;
    for (const word of step.words) {
      // Inside `${…}` a colon and a slash belong to the variable.
      const plain = word.text.replaceAll(/\$\{[^}]*\}/g, (variable) => '_'.repeat(variable.length));
      const colon = plain.lastIndexOf(':') + 1;
      const slash = plain.indexOf('/', colon);
      const part = (from: number, to: number): Word => {
        const text = word.text.slice(from, to);
        return { text, ...step.within(word, from, to - from) };
      };
      yield {
        word,
        host: part(0, colon),
        port: part(colon, slash < 0 ? plain.length : slash),
        protocol: slash < 0 ? { text: '', start: word.end, end: word.end } : part(slash + 1, plain.length),
      };
    }
  }
}

/** A word of an `EXPOSE` with the values that the file gives to its variables; `undefined` when one of them is not known. */
export function expanded(file: DockerfileFile, { text, start }: Word): string | undefined {
  const step = file.all('EXPOSE').findLast((candidate) => candidate.start <= start);
  if (step === undefined || !/[$"']/.test(text)) return text;
  const values = file.values.at(step);
  return knownText(text, { escape: step.escape, lookup: (name) => values.get(name) });
}
