import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { filePath } from '../../workspace/filePath.ts';
import type { ComposeDocument } from '../document.ts';
import { assembleProject } from './assemble.ts';
import { type Environment, type EnvText, shellEnvironment, withEnvFiles } from './environment.ts';
import { defaultNames, overrideNames } from './name.ts';
import type { Project } from './project.ts';
import type { Shelf } from './shelf.ts';

/** Projects that a file may belong to are looked for in so many folders, from its own upwards. */
const mostFolders = 4;
/** Files that name files that name files … */
const mostRounds = 30;

/** Which project is meant, as options of a command line say it. */
export interface ProjectRequest {
  /** In the order in which they are merged; absolute. */
  readonly files?: readonly string[];
  readonly profiles?: readonly string[];
  /** In the place of `.env`; absolute. */
  readonly envFiles?: readonly string[];
  readonly name?: string;
}

/** What makes up a project: its files, and the folder that relative paths start from. */
interface Roots {
  readonly files: readonly string[];
  readonly folder: string;
}

/** Finds and loads the projects that files belong to. What was loaded before is used again as long as it is the same. */
export class ProjectLoader {
  readonly #shelf: Shelf;
  readonly #shell: Environment;
  /** The roots of the project that a file was found to belong to. */
  readonly #found = new Map<string, Roots>();

  constructor(shelf: Shelf, env: Readonly<Record<string, string | undefined>>) {
    this.#shelf = shelf;
    this.#shell = shellEnvironment(env);
  }

  /** The project of a file: the one that it is a part of, else itself alone. */
  async of(document: ComposeDocument, request: ProjectRequest = {}): Promise<Project> {
    this.#shelf.refresh();
    const path = filePath(document.uri);
    if (path === undefined) return assembleProject({ files: [document], shell: this.#shell });
    if (request.files) {
      const folder = dirname(request.files[0] ?? path);
      return (await this.#load({ files: request.files, folder }, { document, path, request })) ?? this.#alone(document);
    }
    const known = this.#found.get(path);
    for (const roots of [...(known ? [known] : []), ...(await this.#candidates(path))]) {
      const project = await this.#load(roots, { document, path, request });
      if (!project?.files.includes(document)) continue;
      this.#found.set(path, roots);
      return project;
    }
    this.#found.delete(path);
    const roots = { files: [path], folder: dirname(path) };
    return (await this.#load(roots, { document, path, request })) ?? this.#alone(document);
  }

  /** The project of some files, or of a folder; `undefined` when there is none, or its first file cannot be read. */
  async open({ folder, ...request }: ProjectRequest & { readonly folder: string }): Promise<Project | undefined> {
    this.#shelf.refresh();
    const roots = request.files
      ? { files: request.files, folder: dirname(request.files[0] ?? folder) }
      : await this.#roots(folder);
    return roots && this.#load(roots, { request });
  }

  #alone(document: ComposeDocument): Project {
    return assembleProject({ files: [document], shell: this.#shell });
  }

  async #candidates(path: string): Promise<Roots[]> {
    const found: Roots[] = [];
    for (const folder of upwards(dirname(path))) {
      const roots = await this.#roots(folder, path);
      if (!roots) continue;
      found.push(roots);
      // `compose.prod.yaml` is meant to be merged over `compose.yaml`, although nothing says so.
      const [main = ''] = roots.files;
      const stem = basename(main).replace(/\.ya?ml$/, '');
      if (folder === dirname(path) && basename(path).startsWith(`${stem}.`) && !roots.files.includes(path))
        found.push({ files: [main, path], folder });
    }
    return found;
  }

  /** The project that compose finds in a folder, where a file that is being written is, too. */
  async #roots(folder: string, written?: string): Promise<Roots | undefined> {
    const there = async (names: readonly string[]): Promise<string | undefined> => {
      const paths = names.map((name) => join(folder, name));
      const kinds = await this.#settled(() => paths.map((path) => this.#shelf.kind(path)));
      return paths.find((path, index) => kinds[index] === 'file' || path === written);
    };
    const environment = await this.#environment(folder);
    const asked = environment.get('COMPOSE_FILE')?.value ?? '';
    if (asked !== '') {
      const separator = environment.get('COMPOSE_PATH_SEPARATOR')?.value ?? delimiter;
      const files = asked.split(separator).map((each) => resolve(folder, each));
      return { files, folder: dirname(files[0] ?? folder) };
    }
    const main = await there(defaultNames);
    if (main === undefined) return undefined;
    const override = await there(overrideNames);
    return { files: [main, ...(override === undefined ? [] : [override])], folder };
  }

  async #environment(folder: string): Promise<Environment> {
    const path = join(folder, '.env');
    const text = await this.#settled(() => this.#shelf.text(path));
    return text === null || text === undefined ? this.#shell : withEnvFiles(this.#shell, [{ path, text }]);
  }

  /** Puts a question again until all that it looks at was read. */
  async #settled<T>(ask: () => T): Promise<T> {
    let answer = ask();
    for (let round = 0; round < mostRounds && (await this.#shelf.fetch()); round += 1) answer = ask();
    return answer;
  }

  async #load(
    { files, folder }: Roots,
    {
      document,
      path,
      request,
    }: { readonly document?: ComposeDocument; readonly path?: string; readonly request: ProjectRequest },
  ): Promise<Project | undefined> {
    const envPaths = request.envFiles ?? [join(folder, '.env')];
    return this.#settled(() => {
      const documents = files.map((each) => (each === path && document ? document : this.#shelf.document(each)));
      const texts = envPaths.map((each) => ({ path: each, text: this.#shelf.text(each) }));
      const [main, ...others] = documents.filter(
        (each): each is ComposeDocument => each !== null && each !== undefined,
      );
      if (!main || documents[0] !== main || texts.some(({ text }) => text === undefined)) return undefined;
      const project = assembleProject({
        files: [main, ...others],
        shell: this.#shell,
        envFiles: texts.flatMap(({ path: each, text }): EnvText[] =>
          typeof text === 'string' ? [{ path: each, text }] : [],
        ),
        folder,
        library: this.#library(path, document),
        ...(request.profiles && { activeProfiles: request.profiles }),
        ...(request.name !== undefined && { name: request.name }),
      });
      // What it includes and extends from is looked for while its values are made.
      project.makeAll();
      return project;
    });
  }

  /** The document that is asked for takes the place of its file. */
  #library(path: string | undefined, document: ComposeDocument | undefined): Shelf | Pick<Shelf, 'document' | 'text'> {
    if (path === undefined || !document) return this.#shelf;
    return {
      document: (each) => (each === path ? document : this.#shelf.document(each)),
      text: (each) => this.#shelf.text(each),
    };
  }
}

function upwards(folder: string): string[] {
  const folders = [folder];
  for (let above = dirname(folder); above !== folders.at(-1) && folders.length < mostFolders; above = dirname(above))
    folders.push(above);
  return folders;
}
