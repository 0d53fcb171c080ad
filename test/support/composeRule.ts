import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument } from '../../server/src/compose/document.ts';
import { ComposeFile } from '../../server/src/compose/lint/file.ts';
import { assembleProject } from '../../server/src/compose/project/assemble.ts';
import type { Disk } from '../../server/src/compose/project/disk.ts';
import { shellEnvironment } from '../../server/src/compose/project/environment.ts';
import type { Value } from '../../server/src/compose/project/model.ts';
import type { Project } from '../../server/src/compose/project/project.ts';
import { DockerfileDocument } from '../../server/src/dockerfile/document.ts';
import { provideOutline } from '../../server/src/dockerfile/features/outline.ts';
import { standardConfig } from '../../server/src/lint/config.ts';
import { lint } from '../../server/src/lint/lint.ts';
import type { Problem } from '../../server/src/lint/problem.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import type { DockerfileOutline, EngineFacts, ImageInUse } from '../../server/src/protocol/requests.ts';
import { applyEdits, unmark } from './markedText.ts';

/**
 * A project folder, `/project`: name -> text; a text alone is that of `compose.yaml`. Every `compose….yaml` in it is a file of the
 * project, in this order; others can be included and extended from, `.env` is read, and rules see the disk like this.
 */
export type Folder = string | Readonly<Record<string, string>>;

export interface ComposeOptions {
  /** The environment that compose runs in. */
  readonly env?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  /** What the editor's engine has of images. */
  readonly images?: ReadonlyMap<string, ImageInUse>;
  /** What else it has; not connected when absent. */
  readonly engine?: EngineFacts;
  /** `compose.yaml` of another project that is being worked on. */
  readonly neighbour?: string;
}

const root = '/project';

/** The project of a folder, with what was seen on its disk: each file that is there, and nothing else. */
function openFolder(
  folder: Folder,
  { env = {}, profiles = [], images, engine, neighbour }: ComposeOptions = {},
): { readonly project: Project; readonly files: ReadonlyMap<string, ComposeFile> } {
  const texts: ReadonlyMap<string, string> = new Map(
    Object.entries(typeof folder === 'string' ? { 'compose.yaml': folder } : folder).map(
      ([name, text]) => [`${root}/${name}`, text] as const,
    ),
  );
  const documents = new Map<string, ComposeDocument>();
  const document = (path: string): ComposeDocument | null => {
    const text = texts.get(path);
    if (text === undefined) return null;
    const known = documents.get(path);
    const made = known ?? new ComposeDocument(TextDocument.create(`file://${path}`, 'dockercompose', 1, text));
    documents.set(path, made);
    return made;
  };
  const named = [...texts.keys()].filter((path) => /^\/project\/(docker-)?compose[^/]*\.ya?ml$/.test(path));
  // Of the names that compose looks for it takes one.
  const main = named.find(isDefault);
  const mains = named.filter((path) => path === main || !isDefault(path));
  const [first, ...others] = mains.flatMap((path) => document(path) ?? []);
  if (!first) throw new Error('the folder has no compose file');
  const text = (path: string): string | null => texts.get(path) ?? null;
  const dotEnv = texts.get(`${root}/.env`);
  const project = assembleProject({
    files: [first, ...others],
    shell: shellEnvironment(env),
    envFiles: dotEnv === undefined ? [] : [{ path: `${root}/.env`, text: dotEnv }],
    activeProfiles: profiles,
    library: { document, text },
  });
  project.makeAll();
  const disk: Disk = { kind: (path) => kindOf(path, texts), text };
  const beside = TextDocument.create('file:///neighbour/compose.yaml', 'dockercompose', 1, neighbour ?? '');
  const neighbours = neighbour === undefined ? [] : [assembleProject({ files: [new ComposeDocument(beside)] })];
  const files = project.files.map(
    (file) =>
      [
        file.uri.slice(`file://${root}/`.length),
        new ComposeFile(file, { project, disk, images, engine, neighbours, readDockerfile }),
      ] as const,
  );
  return { project, files: new Map(files) };
}

function readDockerfile(path: string, text: string): DockerfileOutline {
  return provideOutline(new DockerfileDocument(TextDocument.create(`file://${path}`, 'dockerfile', 1, text)));
}

function isDefault(path: string): boolean {
  return /\/(docker-)?compose\.ya?ml$/.test(path);
}

function kindOf(path: string, texts: ReadonlyMap<string, string>): ReturnType<Disk['kind']> {
  if (texts.has(path)) return 'file';
  return path === root || [...texts.keys()].some((each) => each.startsWith(`${path}/`)) ? 'folder' : 'missing';
}

/** The project that compose makes of a folder. */
export function projectOf(folder: Folder, options: ComposeOptions = {}): Project {
  return openFolder(folder, options).project;
}

/** A value as JSON has it. */
export function plain(value: Value | undefined): unknown {
  if (!value) return undefined;
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'sequence') return value.items.map(plain);
  return Object.fromEntries(value.entries.map(({ key, value: each }) => [key, plain(each)]));
}

/** What one rule, on its own, reports in each compose file of a folder, also one that is off by default. */
export function problemsIn(
  rule: Rule<ComposeFile>,
  folder: Folder,
  options: ComposeOptions = {},
): Readonly<Record<string, Problem[]>> {
  const { files } = openFolder(folder, options);
  return Object.fromEntries(
    Array.from(files, ([name, file]) => [
      name,
      lint({
        rules: [rule],
        file,
        config: standardConfig,
        severities: rule.severity === 'off' ? { [rule.id]: 'info' } : {},
        silenced: () => false,
        onError: (_, error) => {
          throw error;
        },
      }),
    ]),
  );
}

export interface ComposeRuleCases {
  readonly options?: ComposeOptions;
  /** Name -> folder whose compose files have `^^^` under what is reported. */
  readonly bad?: Readonly<Record<string, Folder>>;
  readonly good?: Readonly<Record<string, Folder>>;
  /** Name -> `compose.yaml` before and after the fix of its first problem. */
  readonly fixes?: Readonly<Record<string, readonly [before: string, after: string]>>;
}

/** Tests beyond the rule's own examples. */
export function testRule(
  rule: Rule<ComposeFile>,
  { bad = {}, good = {}, fixes = {}, options = {} }: ComposeRuleCases,
): void {
  describe(rule.id, () => {
    test.each(Object.entries(bad))('reports %s', (_, folder) => {
      const texts = typeof folder === 'string' ? { 'compose.yaml': folder } : folder;
      const marked = Object.entries(texts).map(([name, text]) => [name, unmark(text)] as const);
      const problems = problemsIn(rule, Object.fromEntries(marked.map(([name, { text }]) => [name, text])), options);
      const expected = marked.filter(([name]) => name in problems).map(([name, { ranges }]) => [name, ranges] as const);
      expect(Object.entries(problems).map(([name, found]) => [name, found.map(({ range }) => range)])).toEqual(
        expected,
      );
      expect(expected.flatMap(([, ranges]) => ranges)).not.toEqual([]);
    });
    test.each(Object.entries(good))('is content with %s', (_, folder) => {
      expect(Object.values(problemsIn(rule, folder, options)).flat()).toEqual([]);
    });
    test.each(Object.entries(fixes))('fixes %s', (_, [before, after]) => {
      const [first] = problemsIn(rule, before, options)['compose.yaml'] ?? [];
      expect(applyEdits(before, first?.fix?.edits ?? [])).toBe(after);
    });
  });
}
