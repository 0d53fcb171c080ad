import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../../server/src/compose/document.ts';
import { assembleProject } from '../../server/src/compose/project/assemble.ts';
import { shellEnvironment } from '../../server/src/compose/project/environment.ts';
import type { Library } from '../../server/src/compose/project/library.ts';
import type { Project } from '../../server/src/compose/project/project.ts';

export interface MemoryProject {
  /** Absolute. */
  readonly folder: string;
  /** Of the files that are merged, in this order. */
  readonly texts: readonly string[];
  /** Those beside them, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly name?: string;
}

/** A project of texts, with a disk in memory. */
export function memoryProject({ folder, texts, files = {}, env = {}, profiles = [], name }: MemoryProject): {
  readonly project: Project;
  readonly library: Library;
} {
  const documents = new Map<string, ComposeDocument>();
  const open = (path: string, text: string): ComposeDocument => {
    const document =
      documents.get(path) ?? new ComposeDocument(TextDocument.create(pathToFileURL(path).href, '', 1, text));
    documents.set(path, document);
    return document;
  };
  const library: Library = {
    document: (path) => (files[path] === undefined ? null : open(path, files[path])),
    text: (path) => files[path] ?? null,
  };
  const [main, ...others] = texts.map((text, index) =>
    open(`${folder}/${index === 0 ? 'compose.yaml' : `compose.${index}.yaml`}`, text),
  );
  if (!main) throw new Error('a project has a file');
  const envFile = files[`${folder}/.env`];
  const project = assembleProject({
    files: [main, ...others],
    folder,
    shell: shellEnvironment(env),
    envFiles: envFile === undefined ? [] : [{ path: `${folder}/.env`, text: envFile }],
    activeProfiles: profiles,
    library,
    ...(name !== undefined && { name }),
  });
  project.makeAll();
  return { project, library };
}
