import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { Language } from '../language.ts';
import { fixAllKind } from '../lint/actions.ts';

/** What the languages can do together; a request about a document whose own language cannot is answered empty. */
export function capabilities(languages: readonly Language[], { pull }: { readonly pull: boolean }): ServerCapabilities {
  const has = (verb: keyof Language): boolean => languages.some((language) => language[verb] !== undefined);
  const all = (list: 'completionTriggers' | 'signatureTriggers' | 'onTypeTriggers'): string[] => [
    ...new Set(languages.flatMap((language) => language[list] ?? [])),
  ];
  const [firstTyped, ...moreTyped] = all('onTypeTriggers');
  const legend = languages.find(({ semanticTokensLegend }) => semanticTokensLegend)?.semanticTokensLegend;
  const offers: readonly (readonly [boolean, ServerCapabilities])[] = [
    [
      has('provideCompletion'),
      {
        completionProvider: {
          triggerCharacters: all('completionTriggers'),
        },
      },
    ],
    [has('provideHover'), { hoverProvider: true }],
    [has('provideSignatureHelp'), { signatureHelpProvider: { triggerCharacters: all('signatureTriggers') } }],
    [has('provideDefinition'), { definitionProvider: true }],
    [has('provideReferences'), { referencesProvider: true }],
    [has('provideHighlights'), { documentHighlightProvider: true }],
    [has('provideRename'), { renameProvider: { prepareProvider: has('prepareRename') } }],
    [has('provideSymbols'), { documentSymbolProvider: true }],
    [has('provideFolding'), { foldingRangeProvider: true }],
    [has('provideSelectionRanges'), { selectionRangeProvider: true }],
    [has('provideLinks'), { documentLinkProvider: {} }],
    [has('provideInlayHints'), { inlayHintProvider: true }],
    [has('provideFormatting'), { documentFormattingProvider: true }],
    [has('provideRangeFormatting'), { documentRangeFormattingProvider: true }],
    [
      has('provideProblems') || has('provideCodeActions'),
      {
        codeActionProvider: {
          codeActionKinds: [
            'quickfix',
            ...(has('provideCodeActions') ? ['refactor.rewrite', 'refactor.extract'] : []),
            fixAllKind,
          ],
        },
      },
    ],
    [pull, { diagnosticProvider: { identifier: 'gantry', interFileDependencies: false, workspaceDiagnostics: false } }],
    [
      firstTyped !== undefined,
      {
        documentOnTypeFormattingProvider: { firstTriggerCharacter: firstTyped ?? '', moreTriggerCharacter: moreTyped },
      },
    ],
  ];
  return Object.assign(
    {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(legend && { semanticTokensProvider: { legend, full: { delta: true }, range: true } }),
    } satisfies ServerCapabilities,
    ...offers.filter(([offered]) => offered).map(([, capability]) => capability),
  ) as ServerCapabilities;
}
