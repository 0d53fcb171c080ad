import type { DocumentLink } from 'vscode-languageserver-types';
import { imagePage } from '../../workspace/imagePage.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { isKey, nodesOf } from '../yaml/find.ts';
import type { Mapping, Scalar, YamlNode } from '../yaml/node.ts';

/** Images lead to their page in a registry, paths to the file, relative to the folder of this one. */
export function provideLinks(document: ComposeDocument): DocumentLink[] {
  const links: DocumentLink[] = [];
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
      const target = targetOf(node, part, document.uri);
      if (target === undefined) continue;
      const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
      links.push({ range: document.range({ start: node.start + quote, end: node.end - quote }), target });
    }
  }
  return links;
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
