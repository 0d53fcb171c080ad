import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  CompletionItem,
  CompletionList,
  Definition,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensLegend,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigLayer } from './lint/configLayer.ts';
import type { Problem } from './lint/problem.ts';
import type {
  ComposeOutline,
  DockerfileOutline,
  EngineFacts,
  EngineQuestion,
  ImageDetails,
  ImageInUse,
  LocalImage,
  RunLine,
  EffectiveConfig,
} from './protocol/requests.ts';
import type { Settings } from './protocol/settings.ts';
import type { ShellCheck } from './shellcheck/shellcheck.ts';

export type Awaitable<T> = T | Promise<T>;

/** Tells whether to stop: the request was cancelled or the document has changed since. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A document of one language: parses at most once per version, lazily. Its text never changes; an edit opens another. */
export interface LanguageDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
}

/** What comes with the position in a request for completion. */
export interface CompletionRequest {
  readonly token: CancellationToken;
  /** The character that made the editor ask; absent when the person did, or is typing a word. */
  readonly trigger?: string;
  /** What surrounds the document; read when it is asked for. */
  readonly context: () => Promise<LintContext>;
}

/** What surrounds a document and was read for it beforehand; features and rules see the world through this only. */
export interface LintContext {
  readonly settings: Settings;
  /** Of the document itself; absent when it is not on a disk. */
  readonly path?: string;
  /** The nearest configuration file, found from the document's folder upwards. */
  readonly hadolintConfig?: { readonly path: string; readonly text: string };
  /** `NAME.dockerignore` beside the file, or the nearest `.dockerignore`; its folder is the build's context. */
  readonly dockerignore?: { readonly path: string; readonly text: string };
  /** What options of the command line say; they count more than the configuration file. */
  readonly configLayer?: ConfigLayer;
  /** Build arguments given on the command line. */
  readonly buildArgs?: Readonly<Record<string, string>>;
  /** The compose files that make up one project, in the order in which they are merged; absolute. Found by their names when absent. */
  readonly composeFiles?: readonly string[];
}

/** A file system as far as features look into it; never reads what is in a file. Paths are absolute. */
export interface Files {
  /** `undefined` when there is nothing, or it cannot be seen. */
  kind(path: string): Promise<'file' | 'folder' | undefined>;
  /** The names in a folder; empty when it cannot be read. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' }[]>;
}

/** What the editor's container engine and registries know of images. Every answer may be empty; none is waited for long. */
export interface Images {
  /** Repository tags of local images, `nginx:1.27`, newest image first. */
  list(): Promise<readonly LocalImage[]>;
  /** A local image by any reference to it. */
  describe(reference: string): Promise<ImageDetails | undefined>;
  /** What is at hand of images, `undefined` when the editor cannot say. Connects to no engine, and is not cut short. */
  inUse(references: readonly string[]): Promise<readonly ImageInUse[] | undefined>;
  /** Asks the image's registry for its tags, only where the person has allowed that. */
  tags(repository: string): Promise<readonly string[]>;
}

/** What the editor's container engine has beside images. */
export interface EngineState {
  /** `undefined` when no engine is connected, or the editor cannot say. Connects to no engine, and is not cut short. */
  facts(question: EngineQuestion): Promise<EngineFacts | undefined>;
}

/** A compose service that is built from a Dockerfile, by the places in its file that name something of the Dockerfile. */
export interface BuildUse {
  /** The compose file's. */
  readonly uri: string;
  /** The stage that is built. */
  readonly target?: NamedPlace;
  /** The build arguments that are given. */
  readonly args: readonly NamedPlace[];
  /** The named contexts that are given: `FROM`, `--from` and mounts may name them. */
  readonly contexts: readonly NamedPlace[];
}

export interface NamedPlace {
  readonly text: string;
  readonly range: Range;
}

/** A stage or a build argument of a Dockerfile, by its name. */
export interface DockerfileName {
  readonly kind: 'stage' | 'argument';
  readonly text: string;
}

/** Dockerfiles, for those who name something in one. Paths are absolute; what cannot be read is empty. */
export interface Dockerfiles {
  outline(path: string): Promise<DockerfileOutline | undefined>;
  /** The same of a text that was read already. */
  read(path: string, text: string): DockerfileOutline | undefined;
  definition(path: string, name: DockerfileName): Promise<Location | undefined>;
  /** In the Dockerfile and in whatever else names it there, the definition among them. */
  references(path: string, name: DockerfileName): Promise<readonly Location[]>;
  rename(path: string, name: DockerfileName, newName: string): Promise<WorkspaceEdit | Refusal | null>;
}

/** What a language is built with, once per server or command line. */
export interface LanguageHost {
  readonly client: ClientCapabilities;
  /** Of the process, where that may configure something: `HADOLINT_*`, `NO_COLOR`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** One line for the log; never a document's content. */
  readonly log: (message: string) => void;
  /** A rule's page, if it is there to be opened. */
  readonly docs?: (id: string) => string | undefined;
  /** What that page says, in Markdown. */
  readonly rulePage?: (id: string) => string | undefined;
  /** Absent where nothing outside the document may be looked at. */
  readonly files?: Files;
  /** Absent on the command line, and in editors without Gantry's client. */
  readonly images?: Images;
  /** Absent where `images` is. */
  readonly engine?: EngineState;
  /** What is in a file: in the editor, where it is open there; `undefined` for what cannot be read. Absent with `files`. */
  readonly readText?: (path: string) => Promise<string | undefined>;
  /** What an open document says in the place of a file; `undefined` for one that is not open. */
  readonly openText?: (path: string) => string | undefined;
  /** The builds of a Dockerfile in the project's compose files; found by whoever builds the languages. */
  readonly builds?: (uri: string) => Promise<readonly BuildUse[]>;
  /** Found by whoever builds the languages; absent with `readText`. */
  readonly dockerfiles?: Dockerfiles;
  /** Absent where no program may be started. */
  readonly shellCheck?: ShellCheck;
  /** More is known of a document than when its problems were asked for. Absent where they are asked for once only. */
  readonly refresh?: (uri: string) => void;
  /** The editor's command that shows completions again; absent in editors that have none that is known. */
  readonly suggestCommand?: string;
}

/** Why something that was asked for is not done: a sentence for the person. */
export interface Refusal {
  readonly refused: string;
}

/** What a language's ignore comment covers: the one instruction or key, the build stage around it, or the whole file. */
export type SilenceScope = 'line' | 'stage' | 'file';

export interface SilencePlace {
  readonly scope: SilenceScope;
  /** What the document was linted with: a configuration may forbid some comments. */
  readonly context: LintContext;
}

/** The answers a language gives. What is absent is not advertised; a verb is a pure function of its arguments. */
export interface Language<D extends LanguageDocument = LanguageDocument> {
  /** LSP language ids. */
  readonly ids: readonly string[];
  /** The base names of its files: for a search through folders, and for editors that use ids of their own. */
  readonly fileNames: RegExp;
  /** Globs of the files whose change makes the problems of open documents stale. */
  readonly watchedFiles?: readonly string[];
  open(text: TextDocument): D;
  /** A watched file has changed: what was read of any does not count any more. */
  filesChanged?(): void;
  readonly completionTriggers?: readonly string[];
  readonly signatureTriggers?: readonly string[];
  readonly onTypeTriggers?: readonly string[];
  readonly semanticTokensLegend?: SemanticTokensLegend;

  provideProblems?(document: D, context: LintContext, token: CancellationToken): Awaitable<Problem[]>;
  /** The edit that writes an ignore comment for a problem, `null` when it cannot be ignored there. */
  provideSilence?(document: D, problem: Problem, where: SilencePlace): TextEdit | null;
  /** The edit of the configuration file, given its text, that ignores a problem in every file that it is for. */
  provideConfigSilence?(problem: Problem, config: string): TextEdit | null;
  /** Actions beside the fixes that problems carry: refactorings, and fixes that need the cursor. */
  provideCodeActions?(document: D, range: Range, context: CodeActionContext): CodeAction[];
  provideCompletion?(
    document: D,
    position: Position,
    request: CompletionRequest,
  ): Awaitable<CompletionItem[] | CompletionList | null>;
  provideHover?(document: D, position: Position): Awaitable<Hover | null>;
  provideSignatureHelp?(document: D, position: Position): Awaitable<SignatureHelp | null>;
  provideDefinition?(document: D, position: Position): Awaitable<Definition | null>;
  provideReferences?(
    document: D,
    position: Position,
    options: { readonly includeDeclaration: boolean },
  ): Awaitable<Location[]>;
  provideHighlights?(document: D, position: Position): Awaitable<DocumentHighlight[]>;
  prepareRename?(document: D, position: Position): Awaitable<Range | Refusal | null>;
  provideRename?(document: D, position: Position, newName: string): Awaitable<WorkspaceEdit | Refusal | null>;
  provideSymbols?(document: D): DocumentSymbol[] | SymbolInformation[];
  /** What a build of this file can be asked for. */
  provideOutline?(document: D): DockerfileOutline;
  /** What can be run from this file. */
  provideComposeOutline?(document: D): Awaitable<ComposeOutline>;
  /** A service of this file as a `docker run`. */
  provideRunLine?(document: D, service: string): RunLine | undefined;
  /** What the project of this file comes to; null where that cannot be told. */
  provideComposeConfig?(document: D): Awaitable<EffectiveConfig | null>;
  provideFolding?(document: D): FoldingRange[];
  /** One for each position, the innermost range first. */
  provideSelectionRanges?(document: D, positions: readonly Position[]): Awaitable<SelectionRange[]>;
  /** `context` reads what surrounds the document, when it is wanted. */
  provideLinks?(document: D, context: () => Promise<LintContext>): Awaitable<DocumentLink[]>;
  /** Of the whole document, or of the lines of a range. */
  provideSemanticTokens?(document: D, range?: Range): Awaitable<SemanticTokens>;
  /** `context` reads what surrounds the document, when it is wanted. */
  provideInlayHints?(document: D, range: Range, context: () => Promise<LintContext>): Awaitable<InlayHint[]>;
  provideFormatting?(document: D, options: FormattingOptions, settings: Settings): TextEdit[];
  provideRangeFormatting?(document: D, range: Range, options: FormattingOptions, settings: Settings): TextEdit[];
  provideOnTypeFormatting?(
    document: D,
    typed: { readonly position: Position; readonly ch: string },
    options: FormattingOptions,
    settings: Settings,
  ): TextEdit[];
}
