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
      value.kind === 'mapping' && depth < 4 ? value.entries.flatMap((inner) => symbol(inner, depth + 1)) : [];
    return [
      {
        name: key.text,
        detail: shortened(detail(value, depth)),
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

/** What stands behind a key, in a few words: a value, the names of keys or items, of a service its image or what it is built from. */
function detail(value: YamlNode, depth: number): string {
  switch (value.kind) {
    case 'alias':
      return `*${value.name}`;
    case 'scalar':
      return value.text.split('\n')[0] ?? '';
    case 'sequence':
      return value.items.map((item) => detail(item, depth + 1)).join(', ');
    case 'mapping': {
      const [image, build] = ['image', 'build'].map((key) => value.get(key)?.value);
      if (depth < 2) return image ? detail(image, 2) : build ? `build ${contextOf(build)}` : '';
      return value.entries.map(({ key }) => key.text).join(', ');
    }
  }
}

function contextOf(build: YamlNode): string {
  const context = build.kind === 'mapping' ? build.get('context')?.value : build;
  return context ? detail(context, 2) : '.';
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
