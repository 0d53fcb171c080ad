import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';

/** Indents continuation lines and nothing else. */
export function provideFormatting(
  document: DockerfileDocument,
  options: FormattingOptions,
  service: DockerfileLanguageService,
): TextEdit[] {
  return service.format(document.content, options);
}

/** The same, within a range. */
export function provideRangeFormatting(
  { document, range, options }: { document: DockerfileDocument; range: Range; options: FormattingOptions },
  service: DockerfileLanguageService,
): TextEdit[] {
  return service.formatRange(document.content, range, options);
}

/** Indents the next line once an escape character has made it a continuation. */
export function provideOnTypeFormatting(
  {
    document,
    typed,
    options,
  }: {
    document: DockerfileDocument;
    typed: { readonly position: Position; readonly ch: string };
    options: FormattingOptions;
  },
  service: DockerfileLanguageService,
): TextEdit[] {
  return service.formatOnType(document.content, typed.position, typed.ch, options);
}
