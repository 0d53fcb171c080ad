import type { Range } from 'vscode-languageserver-types';
import type { Report } from '../check/report.ts';
import type { DockerfileOutline, EngineFacts, ImageInUse } from '../../protocol/requests.ts';
import type { ComposeDocument } from '../document.ts';
import { assembleProject } from '../project/assemble.ts';
import type { Project } from '../project/project.ts';
import { type Disk, unseen } from '../project/disk.ts';

/** What rules may know beside the project: all of it was found before they run, and each part may be missing. */
export interface FileOptions {
  /** The project that the file belongs to; the file alone when absent. */
  readonly project?: Project;
  readonly disk?: Disk;
  /** Reads the text of a Dockerfile. */
  readonly readDockerfile?: ((path: string, text: string) => DockerfileOutline | undefined) | undefined;
  /** What the engine has of the images that the project names, by these names. */
  readonly images?: ReadonlyMap<string, ImageInUse> | undefined;
  /** What an engine that is connected has of what the project counts on. */
  readonly engine?: EngineFacts | undefined;
  /** The other projects that are being worked on, and maybe this one. */
  readonly neighbours?: readonly Project[];
}

/** What the rules see of a compose file. */
export class ComposeFile {
  readonly document: ComposeDocument;
  readonly project: Project;
  /** What was seen on the disk of the paths that the project names. */
  readonly disk: Disk;
  readonly engine: EngineFacts | undefined;
  readonly neighbours: readonly Project[];
  /** Reads the text of a Dockerfile; the path is its name only. */
  readonly readDockerfile: NonNullable<FileOptions['readDockerfile']>;
  readonly #images: FileOptions['images'];

  constructor(document: ComposeDocument, { project, disk = unseen, ...more }: FileOptions = {}) {
    this.document = document;
    this.project = project ?? assembleProject({ files: [document] });
    this.disk = disk;
    this.readDockerfile = more.readDockerfile ?? ((): undefined => {});
    this.#images = more.images;
    this.engine = more.engine;
    this.neighbours = more.neighbours ?? [];
  }

  /** The stages and arguments of a Dockerfile, by its absolute path; `undefined` where it was not read, or is not there. */
  dockerfile(path: string): DockerfileOutline | undefined {
    const text = this.disk.text(path);
    return typeof text === 'string' ? this.readDockerfile(path, text) : undefined;
  }

  /** What the engine has of an image, by the name that the file has for it; `undefined` when it is not known. */
  image(name: string): ImageInUse | undefined {
    return this.#images?.get(name);
  }

  /** What the walk over the file found, for the rules about the file as such. */
  get reports(): readonly Report[] {
    return this.document.reports;
  }

  range(at: { readonly start: number; readonly end: number }): Range {
    return this.document.range(at);
  }
}
