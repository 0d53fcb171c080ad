import type { ClientCapabilities, CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { provideCompletion, type CompletionTools } from '../../../../server/src/dockerfile/features/completion.ts';
import type { CompletionRequest, Files, Images, LintContext } from '../../../../server/src/language.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import { applyEdits, caret } from '../../../support/markedText.ts';

const withSnippets: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

export interface AtOptions extends Partial<CompletionTools> {
  readonly trigger?: string;
  readonly context?: Partial<LintContext>;
}

/** In the order in which an editor shows them; the `|` of the text is the cursor. */
export async function itemsAt(marked: string, options: AtOptions = {}): Promise<CompletionItem[]> {
  const { trigger, context = {}, ...tools } = options;
  const { text, position } = caret(marked);
  const document = new DockerfileDocument(TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, text));
  const request: CompletionRequest = {
    token: { isCancellationRequested: false },
    context: () => Promise.resolve({ settings: readSettings(() => undefined), path: '/w/Dockerfile', ...context }),
    ...(trigger !== undefined && { trigger }),
  };
  const items = await provideCompletion(document, { position, request }, { client: withSnippets, ...tools });
  return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export async function labelsAt(marked: string, options: AtOptions = {}): Promise<string[]> {
  return (await itemsAt(marked, options)).map(({ label }) => label);
}

/** The text after choosing an item; tab stops stay as they are written. */
export async function choose(marked: string, label: string, options: AtOptions = {}): Promise<string> {
  const item = (await itemsAt(marked, options)).find((each) => each.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`no item ${label}`);
  return applyEdits(caret(marked).text, [item.textEdit]);
}

/** A file system in memory, from the paths of its files. */
export function filesOf(...paths: readonly string[]): Files {
  const kind = (path: string): 'file' | 'folder' | undefined =>
    paths.includes(path) ? 'file' : paths.some((each) => each.startsWith(`${path}/`)) ? 'folder' : undefined;
  return {
    kind: (path) => Promise.resolve(kind(path)),
    list: (folder) => {
      const below = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      const names = new Set(below.map((path) => path.split('/')[0] ?? ''));
      return Promise.resolve(
        Array.from(names, (name) => ({ name, kind: kind(`${folder}/${name}`) ?? ('file' as const) })),
      );
    },
  };
}

/** An engine's images, and what registries have, by repository. */
export function imagesOf(
  references: readonly string[],
  tags: Readonly<Record<string, readonly string[]>> = {},
): Images {
  return {
    list: () =>
      Promise.resolve(
        references.map((reference) => ({ reference, size: 52_000_000, created: '2026-01-31T12:00:00Z' })),
      ),
    describe: () => Promise.resolve(undefined),
    inUse: () => Promise.resolve([]),
    tags: (repository) => Promise.resolve(tags[repository] ?? []),
  };
}
