import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Settings } from '../../protocol/settings.ts';
import type { DockerfileDocument } from '../document.ts';
import { formatDockerfile, type DockerfileStyle } from '../format/format.ts';
import { continued, isSkipped } from '../model/logicalLine.ts';

export interface FormattingRequest {
  readonly options: FormattingOptions;
  readonly settings: Settings;
}

export function provideFormatting(document: DockerfileDocument, request: FormattingRequest): TextEdit[] {
  return formatDockerfile(document, styleOf(request));
}

/** The same, within a range. */
export function provideRangeFormatting(
  document: DockerfileDocument,
  { range, ...request }: FormattingRequest & { readonly range: Range },
): TextEdit[] {
  return formatDockerfile(document, styleOf(request), range);
}

/** Indents the line that an escape character has just made a continuation, or that has just begun below one. */
export function provideOnTypeFormatting(
  document: DockerfileDocument,
  {
    typed: { position, ch },
    ...request
  }: FormattingRequest & { readonly typed: { readonly position: Position; readonly ch: string } },
): TextEdit[] {
  const line = ch === '\n' ? position.line : position.line + 1;
  const [above, below] = [lineAt(document, line - 1), lineAt(document, line)];
  if (below === undefined || above === undefined || continued(above, document.parsed.escape) === undefined) return [];
  const inside = document.parsed.instructions.find(({ startLine, heredocs, endLine }) => {
    const bodies = heredocs[0]?.body.start;
    const last = bodies === undefined ? endLine : document.text.positionAt(bodies).line - 1;
    return line > startLine && line - 1 <= last;
  });
  if (inside === undefined) return [];
  const end = { line, character: /^[ \t]*/.exec(below)?.[0].length ?? 0 };
  const range = { start: { line, character: 0 }, end };
  if (!isSkipped(below)) {
    const whole = { ...range, end: { line, character: below.length } };
    const edits = formatDockerfile(document, styleOf(request), whole);
    return edits.filter((edit) => edit.range.start.line === line && edit.range.end.character <= end.character);
  }
  // An empty line: as those before it, and one step in below the first.
  if (ch !== '\n' || below.trim() !== '') return [];
  const { insertSpaces, tabSize } = request.options;
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const newText = line - 1 === inside.startLine ? step : (/^[ \t]*/.exec(above)?.[0] ?? '');
  return newText === below ? [] : [{ range, newText }];
}

function styleOf({ options, settings }: FormattingRequest): DockerfileStyle {
  return {
    editor: options,
    casing: settings['gantry.format.casing'],
    sortPackages: settings['gantry.format.sortPackages'],
  };
}

/** Without its line ending; `undefined` beyond the document. */
function lineAt({ text }: DockerfileDocument, line: number): string | undefined {
  if (line < 0 || line >= text.lineCount) return undefined;
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return text.getText(range).replace(/\r?\n$/, '');
}
