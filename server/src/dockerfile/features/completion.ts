import type { ClientCapabilities, CompletionItem, Position } from 'vscode-languageserver';
import type { Awaitable, CompletionRequest, LanguageHost, LintContext } from '../../language.ts';
import { offerArguments } from '../completion/arguments.ts';
import { offerComments } from '../completion/comments.ts';
import { cursorAt, type Cursor } from '../completion/cursor.ts';
import { offerFlags, offerFlagValues } from '../completion/flags.ts';
import { Items } from '../completion/items.ts';
import { offerKeywords } from '../completion/keywords.ts';
import { offerMountKeys, offerMountValues } from '../completion/mounts.ts';
import type { Scene } from '../completion/scene.ts';
import type { Token } from '../completion/token.ts';
import { offerVariables } from '../completion/variables.ts';
import { Dockerignore } from '../../workspace/dockerignore.ts';
import type { DockerfileDocument } from '../document.ts';

export interface CompletionTools {
  readonly client: ClientCapabilities;
  readonly files?: LanguageHost['files'] | undefined;
  readonly images?: LanguageHost['images'] | undefined;
  readonly suggestCommand?: string | undefined;
  /** The named contexts that the document's builds are given. */
  readonly namedContexts?: (() => Awaitable<ReadonlySet<string> | undefined>) | undefined;
}

/** What can stand at a position: instructions, flags, their values, arguments, variables, directives. */
export async function provideCompletion(
  document: DockerfileDocument,
  { position, request }: { readonly position: Position; readonly request: CompletionRequest },
  tools: CompletionTools,
): Promise<CompletionItem[]> {
  const cursor = cursorAt(document, { offset: document.text.offsetAt(position), variables: true });
  if (!cursor) return [];
  const snippets = tools.client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const itemsFor = (token: Token): Items => new Items(document, { token, snippets });
  if (cursor.kind === 'comment') {
    const asked = request.trigger === undefined;
    return offerComments({ document, items: itemsFor, asked }, cursor)?.all ?? [];
  }
  const items = itemsFor(cursor.token);
  const context = await request.context();
  const folder = folderOf(context);
  const ignore = context.dockerignore && new Dockerignore(context.dockerignore.text);
  await offer(cursor, {
    document,
    items,
    files: tools.files,
    images: tools.images,
    namedContexts: tools.namedContexts,
    ignored: ignore && ((path) => ignore.ignoresAll(path)),
    folder,
    asked: request.trigger === undefined,
    again: tools.suggestCommand === undefined ? undefined : { title: 'Go on', command: tools.suggestCommand },
  });
  return items.all;
}

async function offer(cursor: Exclude<Cursor, { kind: 'comment' }>, scene: Scene): Promise<void> {
  switch (cursor.kind) {
    case 'keyword':
      return offerKeywords(scene, cursor);
    case 'variable':
    case 'modifier':
      return offerVariables(scene, cursor);
    case 'flag':
      return offerFlags(scene, cursor);
    case 'flag-value':
      return offerFlagValues(scene, cursor);
    case 'mount-key':
      return offerMountKeys(scene, cursor);
    case 'mount-value':
      return offerMountValues(scene, cursor);
    case 'argument':
      return offerArguments(scene, cursor);
  }
}

/** The folder of the `.dockerignore` is the build's context; without one, that of the file is taken for it. */
function folderOf({ dockerignore, path }: LintContext): string | undefined {
  return (dockerignore?.path ?? path)?.replace(/[\\/][^\\/]*$/, '');
}
