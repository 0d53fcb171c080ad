import { filePath } from '../../workspace/filePath.ts';
import type { Project } from './project.ts';

/** More projects than this are not kept in mind. */
const most = 20;

/** The projects that are being worked on: those that were looked at because of a file that is open in the editor. */
export class Neighbours {
  readonly #isOpen: (path: string) => boolean;
  readonly #projects = new Map<string, Project>();

  constructor(isOpen: (path: string) => boolean) {
    this.#isOpen = isOpen;
  }

  /** A project as it is now. */
  seen(project: Project): void {
    const { uri } = project.main;
    this.#projects.delete(uri);
    this.#projects.set(uri, project);
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > most && oldest !== undefined) this.#projects.delete(oldest);
  }

  get open(): readonly Project[] {
    for (const [uri, { files }] of this.#projects)
      if (!files.some((file) => this.#isOpen(filePath(file.uri) ?? ''))) this.#projects.delete(uri);
    return [...this.#projects.values()];
  }
}
