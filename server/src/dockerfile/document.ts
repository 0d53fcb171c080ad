import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { LanguageDocument } from '../language.ts';
import { readDirectives } from '../lint/directives.ts';
import { FileMemory } from './lint/memory.ts';
import { Values } from './lint/values.ts';
import { parseDockerfile, type ParsedDockerfile } from './model/parse.ts';
import { Shells } from './model/shells.ts';
import { readStages, triggerOf, type Stage } from './model/stage.ts';
import { stageReferences, type StageReference } from './model/stageReferences.ts';
import type { Source, Step } from './model/step.ts';
import { VariableIndex } from './model/variableIndex.ts';

/** A Dockerfile, parsed on first use. Parsing never fails: every line belongs to an instruction, a comment, or nothing. */
export class DockerfileDocument implements LanguageDocument {
  readonly text: TextDocument;
  /** What was found in the versions before, for who looks for problems. */
  readonly memory: FileMemory;
  /** What was read of the version before, until this one is read. */
  #before: ParsedDockerfile | undefined;
  #parsed: ParsedDockerfile | undefined;
  #stages: readonly Stage[] | undefined;
  #steps: readonly Step[] | undefined;
  #references: readonly StageReference[] | undefined;
  #referencesByStart: ReadonlyMap<number, StageReference> | undefined;
  #variables: VariableIndex | undefined;
  #values: Values | undefined;
  #shells: Shells | undefined;

  /** With the document of the version before, only what changed is read and looked at. */
  constructor(text: TextDocument, before?: DockerfileDocument) {
    this.text = text;
    this.memory = before?.memory ?? new FileMemory();
    this.#before = before && (before.#parsed ?? before.#before);
  }

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  get content(): string {
    return this.text.getText();
  }

  get parsed(): ParsedDockerfile {
    this.#parsed ??= parseDockerfile(this.content, this.#before);
    this.#before = undefined;
    return this.#parsed;
  }

  get source(): Source {
    return { text: this.content, escape: this.parsed.escape };
  }

  /** The stages of a build without build arguments. */
  get stages(): readonly Stage[] {
    return (this.#stages ??= readStages(this.parsed.instructions, { source: this.source, buildArgs: {} }));
  }

  /** Every step in the order of the file, `FROM`s too; in the place of an `ONBUILD` that it does later. */
  get steps(): readonly Step[] {
    return (this.#steps ??= this.stages.flatMap(({ from, steps }) => [
      ...(from ? [from] : []),
      ...steps.map((step) => triggerOf(step, this.source) ?? step),
    ]));
  }

  /** The step that an offset is in, its line's end and its comments included. */
  stepAt(offset: number): Step | undefined {
    const { steps } = this;
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = steps[middle];
      if (((at?.onbuild ?? at)?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const step = steps[low - 1];
    return step !== undefined && offset <= step.end ? step : undefined;
  }

  get variables(): VariableIndex {
    return (this.#variables ??= new VariableIndex(this.stages, this.steps));
  }

  /** The values of variables in a build without arguments. */
  get values(): Values {
    return (this.#values ??= new Values(this.stages, {}));
  }

  /** What runs each step. */
  get shells(): Shells {
    if (this.#shells) return this.#shells;
    const { shells } = readDirectives({ comments: this.parsed.comments, ownerOf: (line) => line });
    return (this.#shells = new Shells(this.stages, shells));
  }

  /** Every place that names a stage or an image. */
  get references(): readonly StageReference[] {
    return (this.#references ??= stageReferences(this.stages, this.source));
  }

  /** The one that begins at an offset. */
  referenceAt(start: number): StageReference | undefined {
    this.#referencesByStart ??= new Map(this.references.map((reference) => [reference.start, reference]));
    return this.#referencesByStart.get(start);
  }

  range({ start, end }: { readonly start: number; readonly end: number }): Range {
    return { start: this.text.positionAt(start), end: this.text.positionAt(end) };
  }
}
