import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageDocument } from '../language.ts';
import { parseDockerfile, type ParsedDockerfile } from './model/parse.ts';

/** A Dockerfile, parsed on first use. Parsing never fails: every line belongs to an instruction, a comment, or nothing. */
export class DockerfileDocument implements LanguageDocument {
  readonly text: TextDocument;
  #parsed: ParsedDockerfile | undefined;

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
}
