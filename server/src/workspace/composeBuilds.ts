import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ComposeDocument, type ComposePart } from '../compose/document.ts';
import type { Mapping, Scalar, YamlNode } from '../compose/yaml/node.ts';
import type { BuildUse, Files, NamedPlace } from '../language.ts';
import { filePath } from './filePath.ts';

/** Compose files are looked for in so many folders, from the Dockerfile's own upwards. */
const mostFolders = 5;
/** More compose files than this are not read. */
const mostFiles = 20;
const composeFile = /^(?:docker-|podman-)?compose(?:\.[^.]+)*\.ya?ml$/i;

export interface ComposeBuildsOptions {
  readonly files: Files;
  /** What is in a file: in the editor, where it is open there. */
  readonly readText: (path: string) => Promise<string | undefined>;
}

/**
 * Finds what compose files say of the builds of a Dockerfile: those in its folder and the ones above, whose `build` names it.
 * What stands behind a variable is not followed.
 */
export function composeBuilds({
  files,
  readText,
}: ComposeBuildsOptions): (uri: string) => Promise<readonly BuildUse[]> {
  return async (uri) => {
    const dockerfile = filePath(uri);
    if (dockerfile === undefined) return [];
    const paths: string[] = [];
    for (const folder of upwards(dirname(dockerfile)))
      for (const { name, kind } of await files.list(folder))
        if (kind === 'file' && composeFile.test(name)) paths.push(join(folder, name));
    const uses = await Promise.all(
      paths.slice(0, mostFiles).map(async (path) => {
        const text = await readText(path);
        return text === undefined || !text.includes('build') ? [] : usesIn({ path, text, dockerfile });
      }),
    );
    return uses.flat();
  };
}

function usesIn({ path, text, dockerfile }: { path: string; text: string; dockerfile: string }): BuildUse[] {
  const uri = pathToFileURL(path).href;
  const document = new ComposeDocument(TextDocument.create(uri, 'dockercompose', 0, text));
  return document.parts.flatMap((part) => {
    const services = mapping(part, part.root?.kind === 'mapping' ? part.root.get('services')?.value : undefined);
    return (services?.entries ?? []).flatMap(({ value }): BuildUse[] => {
      const build = resolved(part, mapping(part, value)?.get('build')?.value);
      if (build === undefined || dockerfileOf(build, { part, folder: dirname(path) }) !== dockerfile) return [];
      const place = (node: { start: number; end: number }, name: string): NamedPlace => ({
        text: name,
        range: document.range(node),
      });
      if (build.kind !== 'mapping') return [{ uri, args: [], contexts: [] }];
      const target = scalar(part, build.get('target')?.value);
      const namesOf = (key: string): NamedPlace[] =>
        namedNodes(resolved(part, build.get(key)?.value)).map(({ node, name }) => {
          const { start } = inner(node);
          return place({ start, end: start + name.length }, name);
        });
      return [
        {
          uri,
          ...(target && { target: place(inner(target), target.text) }),
          args: namesOf('args'),
          contexts: namesOf('additional_contexts'),
        },
      ];
    });
  });
}

/** The absolute path of what a `build` is built from; `undefined` where that is not in the file. */
export function dockerfileOf(
  build: YamlNode,
  { part, folder }: { part: ComposePart; folder: string },
): string | undefined {
  if (build.kind === 'scalar') return build.text === '' ? undefined : local(folder, build.text, 'Dockerfile');
  if (build.kind !== 'mapping' || build.get('dockerfile_inline') !== undefined) return undefined;
  const [context, name] = ['context', 'dockerfile'].map((key) => {
    const entry = build.get(key);
    return entry === undefined ? '' : scalar(part, entry.value)?.text;
  });
  if (context === undefined || name === undefined) return undefined;
  return local(folder, context === '' ? '.' : context, name === '' ? 'Dockerfile' : name);
}

function local(folder: string, context: string, name: string): string | undefined {
  const plain = [context, name].every((path) => !path.includes('$') && !/^[\w+.-]+:\/\/|^git@/.test(path));
  return plain ? resolve(folder, context, name) : undefined;
}

/** The names of `NAME: value` and `- NAME=value`. */
function namedNodes(args: YamlNode | undefined): { readonly node: Scalar; readonly name: string }[] {
  if (args?.kind === 'mapping') return args.entries.map(({ key }) => ({ node: key, name: key.text }));
  if (args?.kind !== 'sequence') return [];
  return args.items.flatMap((item) =>
    item.kind === 'scalar' ? [{ node: item, name: item.text.split('=')[0] ?? item.text }] : [],
  );
}

function resolved({ anchors }: ComposePart, node: YamlNode | undefined): ReturnType<ComposePart['anchors']['resolve']> {
  return node && anchors.resolve(node);
}

function mapping(part: ComposePart, node: YamlNode | undefined): Mapping | undefined {
  const found = resolved(part, node);
  return found?.kind === 'mapping' ? found : undefined;
}

function scalar(part: ComposePart, node: YamlNode | undefined): Scalar | undefined {
  const found = resolved(part, node);
  return found?.kind === 'scalar' ? found : undefined;
}

/** Without the quotes around it. */
function inner({ start, end, style }: Scalar): { start: number; end: number } {
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  return { start: start + quote, end: end - quote };
}

function upwards(folder: string): string[] {
  const folders = [folder];
  for (let above = dirname(folder); above !== folders.at(-1) && folders.length < mostFolders; above = dirname(above))
    folders.push(above);
  return folders;
}
