import type { DocumentLink } from 'vscode-languageserver-types';
import type { Files } from '../../language.ts';
import { imagePage } from '../../workspace/imagePage.ts';
import { folderOf, pathIn, uriOf } from '../../workspace/paths.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { isPath, readVolume } from '../forms/volume.ts';
import { inside } from '../named.ts';
import { isKey, nodesOf } from '../yaml/find.ts';
import type { Mapping, Scalar, YamlNode } from '../yaml/node.ts';

/**
 * Images lead to their page in a registry, paths to the file, relative to the folder of this one; contexts to their Dockerfile
 * and mounts to what is mounted, where that is a file on the disk.
 */
export async function provideLinks(
  document: ComposeDocument,
  { files }: { readonly files?: Files | undefined } = {},
): Promise<DocumentLink[]> {
  const links: DocumentLink[] = [];
  const possible: Promise<DocumentLink | undefined>[] = [];
  for (const part of document.parts) {
    for (const node of nodesOf(part.root)) {
      if (
        node.kind !== 'scalar' ||
        isKey(node) ||
        node.text === '' ||
        node.text.includes('$') ||
        node.text.includes('\n')
      )
        continue;
      const span = inside(node);
      const target = targetOf(node, part, document.uri);
      if (target !== undefined) links.push({ range: document.range(span), target });
      const maybe = files && possibleFile(node, part, document.uri);
      if (maybe) {
        const range = document.range({ start: span.start, end: span.start + maybe.length });
        const link = { range, target: uriOf(maybe.path) };
        possible.push(files.kind(maybe.path).then((kind) => (kind === 'file' ? link : undefined)));
      }
    }
  }
  return [...links, ...(await Promise.all(possible)).filter((link) => link !== undefined)];
}

/** A file that a text may lead to, by its absolute path, and how much of the text does. */
function possibleFile(
  node: Scalar,
  { locator }: ComposePart,
  uri: string,
): { readonly path: string; readonly length: number } | undefined {
  const folder = folderOf(uri);
  const entry = node.parent?.kind === 'entry' ? node.parent : undefined;
  const found = (length: number, ...parts: string[]): { path: string; length: number } | undefined => {
    const path = folder === undefined ? undefined : pathIn(folder, ...parts);
    return path === undefined ? undefined : { path, length };
  };
  switch (locator.shapeOf(node)?.scalar?.kind) {
    case 'folder': {
      const { key, parent } = entry ?? {};
      const named = parent?.get('dockerfile') ?? parent?.get('dockerfile_inline');
      const isContext = key?.text === 'build' || (key?.text === 'context' && named === undefined);
      return isContext ? found(node.text.length, node.text, 'Dockerfile') : undefined;
    }
    case 'volume': {
      const { source } = readVolume(node.text) ?? {};
      return source !== undefined && isPath(source) ? found(source.length, source) : undefined;
    }
    default:
      return undefined;
  }
}

function targetOf(node: Scalar, { locator, anchors }: ComposePart, uri: string): string | undefined {
  const resolved = (value: YamlNode | undefined): string | undefined => {
    const scalar = value && anchors.resolve(value);
    return scalar?.kind === 'scalar' && !scalar.text.includes('$') ? scalar.text : undefined;
  };
  switch (locator.shapeOf(node)?.scalar?.kind) {
    case 'image':
      return isBuilt(node) ? undefined : imagePage(node.text);
    case 'file':
      return fileUri(node.text, uri);
    case 'dockerfile': {
      const build = node.parent?.kind === 'entry' ? node.parent.parent : undefined;
      const context = build?.get('context')?.value;
      const folder = context === undefined ? '.' : resolved(context);
      return folder === undefined || isRemote(folder) ? undefined : fileUri(node.text, uri, folder);
    }
    default:
      return undefined;
  }
}

/** With `build`, `image` names what is built. */
function isBuilt({ parent }: Scalar): boolean {
  const service: Mapping | undefined = parent?.kind === 'entry' ? parent.parent : undefined;
  return service?.get('build') !== undefined;
}

/** A path from the folder of a file, as a URI; `undefined` for what is no path in a file system. */
function fileUri(path: string, uri: string, folder = '.'): string | undefined {
  if (isRemote(path) || path.startsWith('~') || !URL.canParse(uri)) return undefined;
  const encode = (text: string): string => text.split(/[\\/]/).map(encodeURIComponent).join('/');
  const base = encode(folder).replace(/\/?$/, '/');
  const target = path.startsWith('/') ? encode(path) : base + encode(path);
  return URL.canParse(target, uri) ? new URL(target, uri).href : undefined;
}

function isRemote(path: string): boolean {
  // A drive of Windows cannot be told in every editor's URIs.
  return /^[a-z][a-z0-9+.-]*:|^git@/i.test(path);
}
