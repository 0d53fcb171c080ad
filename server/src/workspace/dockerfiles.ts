import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Dockerfiles, DockerfileName, Language, LanguageDocument, Refusal } from '../language.ts';
import type { DockerfileOutline } from '../protocol/requests.ts';
import { uriOf } from './paths.ts';

/** Answers for Dockerfiles that something else names, through what their own language knows of them. */
export class LinkedDockerfiles implements Dockerfiles {
  readonly #language: Language;
  readonly #readText: (path: string) => Promise<string | undefined>;

  constructor(language: Language, readText: (path: string) => Promise<string | undefined>) {
    this.#language = language;
    this.#readText = readText;
  }

  async outline(path: string): Promise<DockerfileOutline | undefined> {
    const document = await this.#open(path);
    return document && this.#language.provideOutline?.(document);
  }

  async references(path: string, name: DockerfileName): Promise<readonly Location[]> {
    const [document, position] = await this.#place(path, name);
    const options = { includeDeclaration: true };
    return document && position ? ((await this.#language.provideReferences?.(document, position, options)) ?? []) : [];
  }

  async definition(path: string, name: DockerfileName): Promise<Location | undefined> {
    const [document, start] = await this.#place(path, name);
    if (!document || !start) return undefined;
    return { uri: document.uri, range: { start, end: { ...start, character: start.character + name.text.length } } };
  }

  async rename(path: string, name: DockerfileName, newName: string): Promise<WorkspaceEdit | Refusal | null> {
    const [document, position] = await this.#place(path, name);
    return (document && position && (await this.#language.provideRename?.(document, position, newName))) ?? null;
  }

  async #open(path: string): Promise<LanguageDocument | undefined> {
    const text = await this.#readText(path);
    return text === undefined
      ? undefined
      : this.#language.open(TextDocument.create(uriOf(path), 'dockerfile', 0, text));
  }

  /** Where the Dockerfile gives the name. */
  async #place(path: string, { kind, text }: DockerfileName): Promise<[LanguageDocument?, Position?]> {
    const document = await this.#open(path);
    const outline = document && this.#language.provideOutline?.(document);
    if (!outline) return [];
    const found =
      kind === 'stage'
        ? outline.stages.find(({ name }) => name?.toLowerCase() === text.toLowerCase())
        : outline.args.find(({ name }) => name === text);
    if (!found) return [document];
    const range = { start: { line: found.line, character: 0 }, end: { line: found.line + 1, character: 0 } };
    const line = document.text.getText(range);
    // The name of a stage stands last in its line.
    const character =
      kind === 'stage' ? line.toLowerCase().lastIndexOf(text.toLowerCase()) : line.search(new RegExp(`\\b${text}\\b`));
    return character < 0 ? [document] : [document, { line: found.line, character }];
  }
}
