import type { Range } from 'vscode-languageserver-types';
import type { Report } from '../check/report.ts';
import type { ComposeDocument } from '../document.ts';
import { assembleProject } from '../project/assemble.ts';
import type { Project } from '../project/project.ts';
import { type Disk, unseen } from '../project/disk.ts';

export interface FileOptions {
  /** The project that the file belongs to; the file alone when absent. */
  readonly project?: Project;
  readonly disk?: Disk;
}

/** What the rules see of a compose file. */
export class ComposeFile {
  readonly document: ComposeDocument;
  readonly project: Project;
  /** What was seen on the disk of the paths that the project names. */
  readonly disk: Disk;

  constructor(document: ComposeDocument, { project, disk = unseen }: FileOptions = {}) {
    this.document = document;
    this.project = project ?? assembleProject({ files: [document] });
    this.disk = disk;
  }

  /** What the walk over the file found, for the rules about the file as such. */
  get reports(): readonly Report[] {
    return this.document.reports;
  }

  range(at: { readonly start: number; readonly end: number }): Range {
    return this.document.range(at);
  }
}
