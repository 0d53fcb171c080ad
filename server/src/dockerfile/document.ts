import { DockerfileParser, type Dockerfile } from 'dockerfile-ast';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageDocument } from '../language.ts';

/** A Dockerfile, parsed on first use. Parsing never fails: what cannot be read is missing from the tree. */
export class DockerfileDocument implements LanguageDocument {
  readonly text: TextDocument;
  #ast: Dockerfile | undefined;

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

  get ast(): Dockerfile {
    return (this.#ast ??= DockerfileParser.parse(this.content));
  }
}
