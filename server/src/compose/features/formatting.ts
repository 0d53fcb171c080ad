import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Settings } from '../../protocol/settings.ts';
import type { ComposeDocument } from '../document.ts';
import { formatCompose } from '../format/format.ts';

/** Of the whole file, or of a range of it. */
export function provideFormatting(
  document: ComposeDocument,
  {
    options,
    settings,
    range,
  }: { readonly options: FormattingOptions; readonly settings: Settings; readonly range?: Range },
): TextEdit[] {
  return formatCompose(document, { editor: options, order: settings['gantry.format.sortKeys'] }, range);
}
