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
  ResponseError,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  TextDocumentIdentifier,
  TextDocuments,
} from 'vscode-languageserver';
import type { Awaitable, LintContext } from '../language.ts';
import { problemActions } from '../lint/actions.ts';
import type { Settings } from '../protocol/settings.ts';
import { silenceInConfig } from './configSilence.ts';
import { isRouted, type OpenDocument, type RoutedDocument } from './documents.ts';
import { guard, orRefused } from './guard.ts';
import type { ProblemSource } from './problems.ts';
import { TokenResults } from './tokenResults.ts';

export interface FeatureOptions {
  readonly documents: TextDocuments<OpenDocument>;
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
  const { documents, client, problems, settingsOf, contextOf, log } = options;

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
  connection.onReferences(
    on(
      'references',
      null,
      ({ language, document }, { position, context }) =>
        language.provideReferences?.(document, position, context) ?? null,
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
    on('prepareRename', null, async ({ language, document }, { position }) =>
      orRefused(await language.prepareRename?.(document, position)),
    ),
  );
  connection.onRenameRequest(
    on('rename', null, async ({ language, document }, { position, newName }) =>
      orRefused(await language.provideRename?.(document, position, newName)),
    ),
  );
  connection.onDocumentSymbol(
    on('documentSymbol', null, ({ language, document }) => language.provideSymbols?.(document) ?? null),
  );
  connection.onFoldingRanges(
    on('foldingRange', null, ({ language, document }) => language.provideFolding?.(document) ?? null),
  );
  connection.onSelectionRanges(
    on(
      'selectionRange',
      null,
      ({ language, document }, { positions }) => language.provideSelectionRanges?.(document, positions) ?? null,
    ),
  );
  connection.onDocumentLinks(
    on(
      'documentLink',
      null,
      ({ uri, language, document }) => language.provideLinks?.(document, () => contextOf(uri)) ?? null,
    ),
  );
  more.inlayHint.on(
    on(
      'inlayHint',
      null,
      ({ uri, language, document }, { range }) =>
        language.provideInlayHints?.(document, range, () => contextOf(uri)) ?? null,
    ),
  );
  const tokens = new TokenResults();
  documents.onDidClose(({ document: { uri } }) => {
    tokens.forget(uri);
  });
  more.semanticTokens.on(
    on('semanticTokens', { data: [] }, async ({ uri, language, document }) =>
      tokens.whole(uri, (await language.provideSemanticTokens?.(document)) ?? { data: [] }),
    ),
  );
  more.semanticTokens.onDelta(
    on<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      'semanticTokens/delta',
      { data: [] },
      async ({ uri, language, document }, { previousResultId }) =>
        tokens.since(previousResultId, {
          uri,
          tokens: (await language.provideSemanticTokens?.(document)) ?? { data: [] },
        }),
    ),
  );
  more.semanticTokens.onRange(
    on(
      'semanticTokens/range',
      { data: [] },
      async ({ language, document }, { range }) =>
        (await language.provideSemanticTokens?.(document, range)) ?? { data: [] },
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
}
