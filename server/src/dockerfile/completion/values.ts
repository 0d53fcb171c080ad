import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KnownValue } from '../reference/values.ts';
import type { Scene } from './scene.ts';

/** Words, with what they mean beside them. */
export function offerValues({ items }: Pick<Scene, 'items'>, values: readonly KnownValue[], rank = 1): void {
  for (const { name, doc } of values) items.add({ label: name, kind: CompletionItemKind.Value, detail: doc, rank });
}
