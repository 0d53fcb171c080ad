import { CompletionItemKind } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathIn, uriOf } from '../../workspace/paths.ts';
import { ComposeDocument } from '../document.ts';
import { definitions } from '../references.ts';
import type { Scene } from './scene.ts';
import type { AddValue } from './values.ts';

/** After `extends: file:`, the services of that file; answers whether they are what is wanted here. */
export async function offerOtherServices(scene: Scene, add: AddValue): Promise<boolean> {
  const { around } = scene.cursor;
  const file = around?.kind === 'mapping' ? scene.text(around, 'file') : undefined;
  if (file === undefined) return false;
  const path = scene.folder === undefined ? undefined : pathIn(scene.folder, file);
  const text = path === undefined ? undefined : await scene.tools.readText?.(path);
  if (path === undefined || text === undefined) return true;
  const other = new ComposeDocument(TextDocument.create(uriOf(path), 'dockercompose', 0, text));
  for (const { key } of other.parts.flatMap((part) => definitions(part, 'services')))
    add(key.text, 1, { kind: CompletionItemKind.Reference, detail: `service of ${file}` });
  return true;
}
