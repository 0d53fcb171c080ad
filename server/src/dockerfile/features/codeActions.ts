import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';
import { covered } from './problems.ts';

interface Asked {
  readonly document: DockerfileDocument;
  readonly range: Range;
  readonly context: CodeActionContext;
}

/** The library's fixes for its own findings, as edits rather than commands that every editor would have to know. */
export function provideCodeActions(
  { document, range, context }: Asked,
  service: DockerfileLanguageService,
): CodeAction[] {
  if (context.only?.some((kind) => kind === '' || kind === 'quickfix') === false) return [];
  const { uri, content } = document;
  return service
    .validate(content)
    .filter(
      ({ code, range: found }) =>
        !covered.has(code) && found.start.line <= range.end.line && range.start.line <= found.end.line,
    )
    .flatMap((diagnostic) =>
      service.computeCodeActions({ uri }, range, { diagnostics: [{ ...diagnostic }] }).map((command) => ({
        title: command.title,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: service.computeCommandEdits(content, command.command, command.arguments ?? []) } },
      })),
    );
}
