import type { Connection } from 'vscode-languageserver';
import type { LanguageHost } from '../language.ts';
import { ClientImages } from './images.ts';

/** What the client says at the start that it can do beside LSP: `{ images: true, suggestCommand: 'editor.…' }`. */
export function clientAnswers(
  connection: Connection,
  options: unknown,
): Pick<LanguageHost, 'images' | 'engine' | 'suggestCommand'> {
  if (typeof options !== 'object' || options === null) return {};
  const { images, suggestCommand } = options as { readonly images?: unknown; readonly suggestCommand?: unknown };
  const answers = images === true ? new ClientImages(connection) : undefined;
  return {
    ...(answers && { images: answers, engine: answers }),
    ...(typeof suggestCommand === 'string' && { suggestCommand }),
  };
}
