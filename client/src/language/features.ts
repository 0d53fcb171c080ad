import type { ServerCapabilities } from 'vscode-languageclient/node';
import { languagesWith, type LanguageId, type RolesByLanguage } from './roles.ts';

type Capability = keyof ServerCapabilities & `${string}Provider`;

/** Which LSP request a capability stands for, and to which role it belongs. */
const offered: Partial<Readonly<Record<Capability, { method: string; role: 'editing' | 'problems' }>>> = {
  completionProvider: { method: 'textDocument/completion', role: 'editing' },
  hoverProvider: { method: 'textDocument/hover', role: 'editing' },
  signatureHelpProvider: { method: 'textDocument/signatureHelp', role: 'editing' },
  definitionProvider: { method: 'textDocument/definition', role: 'editing' },
  referencesProvider: { method: 'textDocument/references', role: 'editing' },
  documentHighlightProvider: { method: 'textDocument/documentHighlight', role: 'editing' },
  documentSymbolProvider: { method: 'textDocument/documentSymbol', role: 'editing' },
  documentFormattingProvider: { method: 'textDocument/formatting', role: 'editing' },
  documentRangeFormattingProvider: { method: 'textDocument/rangeFormatting', role: 'editing' },
  documentOnTypeFormattingProvider: { method: 'textDocument/onTypeFormatting', role: 'editing' },
  renameProvider: { method: 'textDocument/rename', role: 'editing' },
  foldingRangeProvider: { method: 'textDocument/foldingRange', role: 'editing' },
  selectionRangeProvider: { method: 'textDocument/selectionRange', role: 'editing' },
  documentLinkProvider: { method: 'textDocument/documentLink', role: 'editing' },
  semanticTokensProvider: { method: 'textDocument/semanticTokens', role: 'editing' },
  codeLensProvider: { method: 'textDocument/codeLens', role: 'editing' },
  inlayHintProvider: { method: 'textDocument/inlayHint', role: 'editing' },
  codeActionProvider: { method: 'textDocument/codeAction', role: 'problems' },
  diagnosticProvider: { method: 'textDocument/diagnostic', role: 'problems' },
};

/** A feature of the server that the client registers itself, for the languages that want it. */
export interface Feature {
  readonly method: string;
  readonly role: 'editing' | 'problems';
  readonly options: object;
}

/**
 * Takes the features out of what the server offers, so that the library does not register them for every language:
 * a second registered formatter alone makes VS Code ask which one is the default.
 */
export function takeFeatures(capabilities: ServerCapabilities): Feature[] {
  const features: Feature[] = [];
  for (const [key, kind] of Object.entries(offered)) {
    const options: unknown = capabilities[key as Capability];
    if (options === undefined || options === null || options === false) continue;
    features.push({ ...kind, options: typeof options === 'object' ? options : {} });
    Reflect.deleteProperty(capabilities, key);
  }
  return features;
}

/** The languages a feature is registered for; none: not at all. */
export function languagesOf({ role }: Feature, roles: RolesByLanguage): LanguageId[] {
  return languagesWith(roles, role);
}
