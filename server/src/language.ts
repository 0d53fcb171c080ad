import type {
  CodeAction,
  CodeActionContext,
  CompletionItem,
  CompletionList,
  Definition,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  Position,
  Range,
  SemanticTokens,
  SemanticTokensLegend,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from './protocol/settings.ts';

/** Tells whether to stop: the request was cancelled or the document has changed since. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A document of one language: parses at most once per version, lazily. */
export interface LanguageDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
}

/** What surrounds a document and was read for it beforehand; features and rules see the world through this only. */
export interface LintContext {
  readonly settings: Settings;
  /** The nearest configuration files' texts, found from the file's folder upwards. */
  readonly hadolintConfig?: { readonly path: string; readonly text: string };
  /** Build arguments given on the command line. */
  readonly buildArgs?: Readonly<Record<string, string>>;
}

/** The answers a language gives. What is absent is not advertised; a verb is a pure function of its arguments. */
export interface Language<D extends LanguageDocument = LanguageDocument> {
  /** LSP language ids. */
  readonly ids: readonly string[];
  open(text: TextDocument): D;
  readonly completionTriggers?: readonly string[];
  readonly signatureTriggers?: readonly string[];
  readonly onTypeTriggers?: readonly string[];
  readonly semanticTokensLegend?: SemanticTokensLegend;

  provideDiagnostics?(
    document: D,
    context: LintContext,
    token: CancellationToken,
  ): Diagnostic[] | Promise<Diagnostic[]>;
  provideCompletion?(
    document: D,
    position: Position,
    token: CancellationToken,
  ): CompletionItem[] | CompletionList | Promise<CompletionItem[] | CompletionList> | null;
  resolveCompletion?(item: CompletionItem): CompletionItem;
  provideHover?(document: D, position: Position): Hover | null;
  provideSignatureHelp?(document: D, position: Position): SignatureHelp | null;
  provideDefinition?(document: D, position: Position): Definition | null;
  provideHighlights?(document: D, position: Position): DocumentHighlight[];
  prepareRename?(document: D, position: Position): Range | null;
  provideRename?(document: D, position: Position, newName: string): WorkspaceEdit | null;
  provideSymbols?(document: D): DocumentSymbol[];
  provideFolding?(document: D): FoldingRange[];
  provideLinks?(document: D): DocumentLink[];
  resolveLink?(link: DocumentLink): DocumentLink;
  provideSemanticTokens?(document: D): SemanticTokens;
  provideFormatting?(document: D, options: FormattingOptions, settings: Settings): TextEdit[];
  provideRangeFormatting?(document: D, range: Range, options: FormattingOptions, settings: Settings): TextEdit[];
  provideOnTypeFormatting?(
    document: D,
    position: Position,
    ch: string,
    options: FormattingOptions,
    settings: Settings,
  ): TextEdit[];
  provideCodeActions?(document: D, range: Range, context: CodeActionContext, lint: LintContext): CodeAction[];
}
