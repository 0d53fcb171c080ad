import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageDocument } from '../language.ts';
import { Values } from './lint/values.ts';
import { parseDockerfile, type ParsedDockerfile } from './model/parse.ts';
import { readStages, type Stage } from './model/stage.ts';
import { stageReferences, type StageReference } from './model/stageReferences.ts';
import type { Source } from './model/step.ts';

/** A Dockerfile, parsed on first use. Parsing never fails: every line belongs to an instruction, a comment, or nothing. */
export class DockerfileDocument implements LanguageDocument {
  readonly text: TextDocument;
  #parsed: ParsedDockerfile | undefined;
  #stages: readonly Stage[] | undefined;
  #references: readonly StageReference[] | undefined;
  #values: Values | undefined;

  constructor(text: TextDocument) {
    this.text = text;
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
    return (this.#parsed ??= parseDockerfile(this.content));
  }

  /** The stages as a build without arguments sees them. */
  get stages(): readonly Stage[] {
    return (this.#stages ??= readStages(this.parsed.instructions, { source: this.#source, buildArgs: {} }));
  }

  /** Every place that names a stage or an image, in a build without arguments. */
  get references(): readonly StageReference[] {
    return (this.#references ??= stageReferences(this.stages, this.#source));
  }

  /** The values of variables in a build without arguments. */
  get values(): Values {
    return (this.#values ??= new Values(this.stages, {}));
  }

  get #source(): Source {
    return { text: this.content, escape: this.parsed.escape };
  }
}
