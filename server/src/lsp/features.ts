import { pathToFileURL } from 'node:url';
import type {
  CancellationToken,
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  CompletionParams,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentLink,
  ResponseError,
  TextDocumentIdentifier,
  TextDocuments,
} from 'vscode-languageserver';
import type { Awaitable, Language, LintContext } from '../language.ts';
import { problemActions } from '../lint/actions.ts';
import type { Settings } from '../protocol/settings.ts';
import { silenceInConfig } from './configSilence.ts';
import { isRouted, type OpenDocument, type RoutedDocument } from './documents.ts';
import { guard } from './guard.ts';
import type { ProblemSource } from './problems.ts';

export interface FeatureOptions {
  readonly documents: TextDocuments<OpenDocument>;
  readonly languages: () => readonly Language[];
  readonly client: () => ClientCapabilities;
  readonly problems: () => ProblemSource;
  readonly settingsOf: (uri: string) => Promise<Settings>;
  /** A document's settings and what surrounds it. */
  readonly contextOf: (uri: string) => Promise<LintContext>;
  readonly log: (message: string) => void;
}

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** Ties each LSP request to the verb of the document's language. A verb that its language lacks answers empty. */
export function registerFeatures(connection: Connection, options: FeatureOptions): void {
  const { documents, languages, client, problems, settingsOf, contextOf, log } = options;

  /** Routes a request to the document's language, guarded; `empty` for documents that are not ours. */
  const on =
    <P extends InDocument, R>(
      name: string,
      empty: R,
      answer: (open: RoutedDocument, params: P, token: CancellationToken) => Awaitable<R>,
    ) =>
    (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      const current = (): OpenDocument | undefined => documents.get(params.textDocument.uri);
      return guard<R>({ name, empty, log, version: current }, token, () => {
        const open = current();
        return isRouted(open) ? answer(open, params, token) : empty;
      });
    };
  const { languages: more } = connection;

  connection.onCompletion(
    on<CompletionParams, CompletionItem[] | CompletionList | null>(
      'completion',
      null,
      async ({ uri, language, document }, { position, context }, token) => {
        const trigger = context?.triggerCharacter;
        const request = { token, context: () => contextOf(uri), ...(trigger !== undefined && { trigger }) };
        return (await language.provideCompletion?.(document, position, request)) ?? null;
      },
    ),
  );
  connection.onHover(
    on('hover', null, ({ language, document }, { position }) => language.provideHover?.(document, position) ?? null),
  );
  connection.onSignatureHelp(
    on(
      'signatureHelp',
      null,
      ({ language, document }, { position }) => language.provideSignatureHelp?.(document, position) ?? null,
    ),
  );
  connection.onDefinition(
    on(
      'definition',
      null,
      ({ language, document }, { position }) => language.provideDefinition?.(document, position) ?? null,
    ),
  );
  connection.onDocumentHighlight(
    on(
      'documentHighlight',
      null,
      ({ language, document }, { position }) => language.provideHighlights?.(document, position) ?? null,
    ),
  );
  connection.onPrepareRename(
    on(
      'prepareRename',
      null,
      ({ language, document }, { position }) => language.prepareRename?.(document, position) ?? null,
    ),
  );
  connection.onRenameRequest(
    on(
      'rename',
      null,
      ({ language, document }, { position, newName }) => language.provideRename?.(document, position, newName) ?? null,
    ),
  );
  connection.onDocumentSymbol(
    on('documentSymbol', null, ({ language, document }) => language.provideSymbols?.(document) ?? null),
  );
  connection.onFoldingRanges(
    on('foldingRange', null, ({ language, document }) => language.provideFolding?.(document) ?? null),
  );
  connection.onDocumentLinks(
    on('documentLink', null, ({ language, document }) => owned(language, language.provideLinks?.(document))),
  );
  connection.onDocumentLinkResolve((link, token) =>
    guard({ name: 'documentLink/resolve', empty: link, log }, token, () => {
      const { owner, original } = disown(link);
      return languages()[owner]?.resolveLink?.(original) ?? link;
    }),
  );
  more.semanticTokens.on(
    on(
      'semanticTokens',
      { data: [] },
      ({ language, document }) => language.provideSemanticTokens?.(document) ?? { data: [] },
    ),
  );
  connection.onDocumentFormatting(
    on(
      'formatting',
      null,
      async ({ uri, language, document }, { options }) =>
        language.provideFormatting?.(document, options, await settingsOf(uri)) ?? null,
    ),
  );
  connection.onDocumentRangeFormatting(
    on(
      'rangeFormatting',
      null,
      async ({ uri, language, document }, { range, options }) =>
        language.provideRangeFormatting?.(document, range, options, await settingsOf(uri)) ?? null,
    ),
  );
  connection.onDocumentOnTypeFormatting(
    on(
      'onTypeFormatting',
      null,
      async ({ uri, language, document }, { position, ch, options }) =>
        language.provideOnTypeFormatting?.(document, { position, ch }, options, await settingsOf(uri)) ?? null,
    ),
  );
  connection.onCodeAction(
    on('codeAction', null, async (open, { range, context }) => {
      const { uri, language, document } = open;
      const source = problems();
      const lintContext = await source.context(uri);
      return [
        ...problemActions({
          uri,
          problems: await source.of(open),
          range,
          ...(context.only && { only: context.only }),
          silence: (problem, scope) =>
            language.provideSilence?.(document, problem, { scope, context: lintContext }) ?? null,
          silenceInConfig: (problem) =>
            silenceInConfig({ uri, problem, language, context: lintContext, client: client() }),
          uriOf: (path) => pathToFileURL(path).href,
          toDiagnostic: (problem) => source.diagnostic(uri, problem),
        }),
        ...(language.provideCodeActions?.(document, range, context) ?? []),
      ];
    }),
  );
  more.diagnostics.on(
    on<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'diagnostic',
      { kind: 'full', items: [] },
      async (open, params) => {
        const source = problems();
        const resultId = `${source.generation}.${open.version}`;
        if (params.previousResultId === resultId) return { kind: 'unchanged', resultId };
        return { kind: 'full', resultId, items: await source.diagnostics(open) };
      },
    ),
  );

  /** Marks links with their language, so that a later `resolve` finds it: such a request names no document. */
  function owned(language: Language, answer: DocumentLink[] | undefined): DocumentLink[] | null {
    if (answer === undefined) return null;
    const owner = languages().indexOf(language);
    for (const link of answer) link.data = { owner, data: link.data as unknown };
    return answer;
  }
}

function disown(link: DocumentLink): { owner: number; original: DocumentLink } {
  const { owner, data } = (link.data ?? {}) as { owner?: unknown; data?: unknown };
  const { data: _, ...rest } = link;
  const original: DocumentLink = data === undefined ? rest : { ...rest, data };
  return { owner: typeof owner === 'number' ? owner : -1, original };
}
