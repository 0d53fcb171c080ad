import type { DocumentSelector } from 'vscode-languageclient/node';
import { workspace, type Uri } from 'vscode';
import { isLanguageId, type LanguageId } from './roles.ts';

/** Files, new documents, and whatever file systems the workspace's folders are on; not the old sides of diffs. */
export function selectorOf(languages: readonly LanguageId[]): DocumentSelector {
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}

/** The language of an open document of ours. */
export function languageOf(uri: Uri): LanguageId | undefined {
  const id = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
  return id !== undefined && isLanguageId(id) ? id : undefined;
}
