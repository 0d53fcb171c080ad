import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { Language, LintContext } from '../language.ts';
import type { Problem } from '../lint/problem.ts';

export interface ConfigSilenceOptions {
  readonly uri: string;
  readonly problem: Problem;
  readonly language: Language;
  readonly context: LintContext;
  readonly client: ClientCapabilities;
}

/**
 * Ignores a problem in the configuration file that counts for the document; where there is none, in a new `.hadolint.yaml`
 * beside it, if the client can make files. `null` when that cannot be.
 */
export function silenceInConfig(options: ConfigSilenceOptions): WorkspaceEdit | null {
  const { uri, problem, language, context, client } = options;
  const { hadolintConfig } = context;
  const edit = language.provideConfigSilence?.(problem, hadolintConfig?.text ?? '') ?? null;
  if (edit === null || !uri.startsWith('file:')) return null;
  if (hadolintConfig) return { changes: { [pathToFileURL(hadolintConfig.path).href]: [edit] } };
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  if (documentChanges !== true || resourceOperations?.includes('create') !== true) return null;
  const made = pathToFileURL(join(dirname(fileURLToPath(uri)), '.hadolint.yaml')).href;
  return {
    documentChanges: [
      { kind: 'create', uri: made, options: { ignoreIfExists: true } },
      { textDocument: { uri: made, version: null }, edits: [edit] },
    ],
  };
}
