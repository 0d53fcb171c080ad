import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { ComposeDocument } from '../document.ts';
import type { Entry, YamlNode } from '../yaml/node.ts';

/** The outline: sections, what they define, and the keys of that, with the value where it is short. */
export function provideSymbols(document: ComposeDocument): DocumentSymbol[] {
  return document.parts.flatMap(({ root }) =>
    root?.kind === 'mapping' ? root.entries.flatMap((entry) => symbol(entry, 0)) : [],
  );

  function symbol(entry: Entry, depth: number): DocumentSymbol[] {
    const { key, value } = entry;
    if (key.text.trim() === '') return [];
    const children =
      value.kind === 'mapping' && depth < 2 ? value.entries.flatMap((inner) => symbol(inner, depth + 1)) : [];
    return [
      {
        name: key.text,
        detail: detail(value),
        kind: kindOf(entry, depth),
        range: document.range(entry),
        selectionRange: document.range(key),
        ...(children.length > 0 && { children }),
      },
    ];
  }
}

function kindOf({ value, parent }: Entry, depth: number): SymbolKind {
  const owner = parent?.parent;
  const section = owner?.kind === 'entry' ? owner.key.text : '';
  if (depth === 0) return value.kind === 'mapping' ? SymbolKind.Namespace : SymbolKind.Property;
  if (depth > 1) return value.kind === 'sequence' ? SymbolKind.Array : SymbolKind.Property;
  return kinds[section] ?? SymbolKind.Property;
}

const kinds: Readonly<Record<string, SymbolKind>> = {
  services: SymbolKind.Class,
  networks: SymbolKind.Interface,
  volumes: SymbolKind.Struct,
  secrets: SymbolKind.Key,
  configs: SymbolKind.File,
  models: SymbolKind.Object,
};

function detail(value: YamlNode): string {
  if (value.kind === 'alias') return `*${value.name}`;
  if (value.kind === 'scalar') return value.text.split('\n')[0]?.slice(0, 60) ?? '';
  if (value.kind === 'sequence') return '';
  const image = value.get('image')?.value;
  return image?.kind === 'scalar' ? image.text.slice(0, 60) : '';
}
