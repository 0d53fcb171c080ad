import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageHost, Refusal } from '../../language.ts';
import { uriOf } from '../../workspace/paths.ts';
import type { ComposeDocument } from '../document.ts';
import { readEnvFile } from '../interpolation/dotenv.ts';
import { inside, type Named, namedAt } from '../named.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Project } from '../project/project.ts';
import { definitions, isSection } from '../references.ts';
import { type BuildName, buildNameAt } from './builds.ts';
import { baseAt, basesIn, sharing } from './sharing.ts';

export interface NavigationTools extends Pick<LanguageHost, 'dockerfiles' | 'readText'> {
  readonly projects: ProjectLoader;
}

/** What the word at a place names, wherever in the project that is. */
export interface Target {
  /** The name under the cursor. */
  readonly word: Range;
  readonly definitions: () => Promise<readonly Location[]>;
  /** All places, the definitions among them. */
  readonly places: () => Promise<readonly Location[]>;
  readonly refuses: (newName: string) => string | undefined;
  readonly rename: (newName: string) => Promise<WorkspaceEdit | Refusal | null>;
}

/** Finds out what the word at a position names: in the files of the project, in its env files, or in a Dockerfile. */
export async function targetAt(
  document: ComposeDocument,
  position: Position,
  tools: NavigationTools,
): Promise<Target | undefined> {
  const project = await tools.projects.of(document);
  const offset = document.text.offsetAt(position);
  const part = document.partAt(offset);
  if (!part) return undefined;
  const build = buildNameAt(document, part, offset);
  if (build) return dockerfileTarget(build, document.range(build.word), tools);
  const base = baseAt(document, part, offset);
  const home = base ? project.files.find(({ uri }) => uri === base.uri) : document;
  const named = base ? home?.parts.map((each) => serviceNamed(each, base.name)).find(Boolean) : namedAt(part, offset);
  if (!home || !named) return undefined;
  return new ProjectTarget({ named, home, project, tools, word: document.range(base?.word ?? named.word) });
}

function serviceNamed(part: ComposeDocument['parts'][number], name: string): Named | undefined {
  const entry = definitions(part, 'services').find(({ key }) => key.text === name);
  return entry && namedAt(part, inside(entry.key).start);
}

function dockerfileTarget(build: BuildName, word: Range, { dockerfiles }: NavigationTools): Target | undefined {
  if (!dockerfiles) return undefined;
  return {
    word,
    definitions: async () => {
      const found = await dockerfiles.definition(build.path, build);
      return found ? [found] : [];
    },
    places: () => dockerfiles.references(build.path, build),
    refuses: () => undefined,
    rename: (newName) => dockerfiles.rename(build.path, build, newName),
  };
}

interface ProjectTargetOptions {
  readonly named: Named;
  /** The file that the name belongs to. */
  readonly home: ComposeDocument;
  readonly project: Project;
  readonly tools: NavigationTools;
  readonly word: Range;
}

class ProjectTarget implements Target {
  readonly word: Range;
  readonly #named: Named;
  readonly #home: ComposeDocument;
  readonly #project: Project;
  readonly #tools: NavigationTools;

  constructor({ named, home, project, tools, word }: ProjectTargetOptions) {
    this.word = word;
    this.#named = named;
    this.#home = home;
    this.#project = project;
    this.#tools = tools;
  }

  async definitions(): Promise<readonly Location[]> {
    const { section, name, kind, definition } = this.#named;
    if (kind === 'variable') return (await this.#envPlaces()).slice(-1);
    if (kind === 'anchor') return definition ? [this.#location(this.#home, definition.at)] : [];
    if (!section) return [];
    return this.#files().flatMap((file) =>
      file.parts.flatMap((part) =>
        definitions(part, section)
          .filter(({ key }) => key.text === name)
          .map(({ key }) => this.#location(file, key)),
      ),
    );
  }

  async places(): Promise<readonly Location[]> {
    const { section, name, kind } = this.#named;
    const own = this.#files().flatMap((file) =>
      file.parts.flatMap((part) => this.#named.placesIn(part).map((place) => this.#location(file, place))),
    );
    if (kind === 'variable') return [...(await this.#envPlaces()), ...own];
    if (section !== 'services') return own;
    // Those who extend it from another file.
    const homes = new Set(this.#files().map(({ uri }) => uri));
    const bases = this.#project.files.flatMap((file) =>
      file.parts.flatMap((part) =>
        basesIn(file, part)
          .filter((base) => base.name === name && homes.has(base.uri))
          .map(({ word }) => this.#location(file, word)),
      ),
    );
    return [...own, ...bases];
  }

  refuses(newName: string): string | undefined {
    const { kind, section, name } = this.#named;
    if (newName === name) return undefined;
    if (kind === 'variable') {
      if (!/^[A-Za-z_]\w*$/.test(newName))
        return 'A variable’s name has letters, digits and _, and begins with no digit.';
      const found = this.#project.environment.get(name);
      return found?.source.kind === 'shell'
        ? `${name} comes from the environment, where it cannot be renamed.`
        : undefined;
    }
    if (kind === 'anchor')
      return /^[^\s,[\]{}]+$/.test(newName) ? undefined : 'An anchor’s name has no blanks and no brackets.';
    if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(newName)) return 'A name has letters, digits, `.`, `_` and `-`.';
    const taken =
      section &&
      this.#files().some((file) =>
        file.parts.some((part) => definitions(part, section).some(({ key }) => key.text === newName)),
      );
    return taken === true && isSection(section) ? `There is \`${newName}\` in \`${section}\` already.` : undefined;
  }

  async rename(newName: string): Promise<WorkspaceEdit | Refusal | null> {
    const refused = this.refuses(newName);
    if (refused !== undefined) return { refused };
    const changes: NonNullable<WorkspaceEdit['changes']> = {};
    for (const { uri, range } of await this.places()) (changes[uri] ??= []).push({ range, newText: newName });
    return { changes };
  }

  /** The files in which the name means the same; anchors and names of files that are only extended from are their own. */
  #files(): readonly ComposeDocument[] {
    if (this.#named.kind === 'anchor') return [this.#home];
    return this.#named.kind === 'variable' ? this.#project.files : sharing(this.#project, this.#home);
  }

  /** Where the variable stands in env files, the one that counts last. */
  async #envPlaces(): Promise<Location[]> {
    const { name } = this.#named;
    const source = this.#project.environment.get(name)?.source;
    if (source?.kind !== 'file') return [];
    const text = (await this.#tools.readText?.(source.path)) ?? '';
    const uri = uriOf(source.path);
    const file = TextDocument.create(uri, 'dotenv', 0, text);
    return readEnvFile(text)
      .entries.filter((entry) => entry.name === name)
      .map(({ start, nameEnd }) => ({ uri, range: { start: file.positionAt(start), end: file.positionAt(nameEnd) } }));
  }

  #location(file: ComposeDocument, span: { readonly start: number; readonly end: number }): Location {
    return { uri: file.uri, range: file.range(span) };
  }
}
