import type { Connection } from 'vscode-languageserver';
import type { LanguageHost } from '../language.ts';
import { ClientImages } from './images.ts';

/** What the client says at the start that it can do beside LSP: `{ images: true, suggestCommand: 'editor.…' }`. */
export function clientAnswers(
  connection: Connection,
  options: unknown,
): Pick<LanguageHost, 'images' | 'suggestCommand'> {
  if (typeof options !== 'object' || options === null) return {};
  const { images, suggestCommand } = options as { readonly images?: unknown; readonly suggestCommand?: unknown };
  return {
    ...(images === true && { images: new ClientImages(connection) }),
    ...(typeof suggestCommand === 'string' && { suggestCommand }),
  };
}
