import type { ComposeDocument } from '../document.ts';
import type { Project } from './project.ts';

interface Linted {
  readonly version: number;
  /** Of every file of its project. */
  readonly uris: ReadonlySet<string>;
}

/** More documents than this are not kept in mind. */
const most = 200;

/** Who has to be looked at again when a file of a project changes: the other open files of that project. */
export class Dependents {
  readonly #linted = new Map<string, Linted>();
  readonly #refresh: (uri: string) => void;

  constructor(refresh: (uri: string) => void) {
    this.#refresh = refresh;
  }

  /** The problems of a version of a document were found, in a project. */
  linted({ uri, version }: ComposeDocument, project: Project): void {
    const before = this.#linted.get(uri);
    if (this.#linted.size > most) this.#linted.clear();
    this.#linted.set(uri, { version, uris: new Set(project.files.map((file) => file.uri)) });
    // Found again for the same version: nobody else is affected, and nobody asks in a circle.
    if (!before || before.version === version) return;
    for (const [other, { uris }] of this.#linted) if (other !== uri && uris.has(uri)) this.#refresh(other);
  }
}
