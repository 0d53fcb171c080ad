import { folderOf, pathIn, uriOf } from '../../workspace/paths.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { inside, type Span } from '../named.ts';
import type { Project } from '../project/project.ts';
import { definitions } from '../references.ts';
import { leafAt, nodesOf } from '../yaml/find.ts';
import type { Scalar, YamlNode } from '../yaml/node.ts';

/** A service of another file that one extends. */
export interface Base {
  readonly name: string;
  /** Of the other file. */
  readonly uri: string;
  readonly word: Span;
}

/** What the services of a file extend from other files. */
export function basesIn(document: ComposeDocument, part: ComposePart): Base[] {
  return definitions(part, 'services').flatMap(({ value }) => {
    const wanted = value.kind === 'mapping' ? value.get('extends')?.value : undefined;
    const service = wanted?.kind === 'mapping' ? wanted.get('service')?.value : undefined;
    const file = wanted?.kind === 'mapping' ? wanted.get('file')?.value : undefined;
    const uri = file?.kind === 'scalar' ? uriFrom(document, file) : undefined;
    if (service?.kind !== 'scalar' || uri === undefined || service.text === '') return [];
    return [{ name: service.text, uri, word: inside(service) }];
  });
}

export function baseAt(document: ComposeDocument, part: ComposePart, offset: number): Base | undefined {
  const leaf = leafAt(part.root, offset);
  return leaf && basesIn(document, part).find(({ word }) => word.start <= offset && offset <= word.end);
}

/**
 * The files of a project in which a name of one file means the same. What is only extended from has names of its own;
 * what is included or merged has not.
 */
export function sharing(project: Project, home: ComposeDocument): readonly ComposeDocument[] {
  const { files } = project;
  const bases = new Set(
    files.flatMap((file) => file.parts.flatMap((part) => basesIn(file, part).map(({ uri }) => uri))),
  );
  const included = new Set(files.flatMap((file) => file.parts.flatMap((part) => includedIn(file, part))));
  const apart = ({ uri }: ComposeDocument): boolean => uri !== project.main.uri && bases.has(uri) && !included.has(uri);
  return apart(home) || !files.includes(home) ? [home] : files.filter((file) => !apart(file));
}

function includedIn(document: ComposeDocument, { root }: ComposePart): string[] {
  const include: YamlNode | undefined = root?.kind === 'mapping' ? root.get('include')?.value : undefined;
  return [...nodesOf(include)].flatMap((node) => (node.kind === 'scalar' ? (uriFrom(document, node) ?? []) : []));
}

function uriFrom({ uri }: ComposeDocument, { text }: Scalar): string | undefined {
  const folder = folderOf(uri);
  const path = folder === undefined ? undefined : pathIn(folder, text);
  return path === undefined ? undefined : uriOf(path);
}
