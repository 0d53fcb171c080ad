import { CompletionItemKind } from 'vscode-languageserver-types';
import { isSection, namesOf } from '../references.ts';
import type { NamesShape, Shape } from '../schema/shape.ts';
import type { Cursor } from './cursor.ts';
import { documentation, typeWords } from './describe.ts';
import { escape, keySnippet, plainText, type Style } from './format.ts';
import { images } from './images.data.ts';
import type { Items } from './items.ts';
import { mark } from './probe.ts';
import { environmentNames, serviceAround } from './surroundings.ts';

/** The keys that a mapping knows and does not have yet, and the names that make sense in it. */
export function offerKeys(items: Items, cursor: Cursor, style: Style): void {
  const { key, column, flow } = cursor;
  const { mapping } = key?.shape ?? {};
  if (!key || !mapping) return;
  const present = new Set(key.mapping.entries.map((entry) => entry.key.text).filter((text) => !text.includes(mark)));
  const write = (name: string, shape: Shape): string =>
    key.hasColon ? escape(plainText(name)) : keySnippet(name, shape, { style, column, flow });

  for (const [name, shape] of Object.entries(mapping.keys)) {
    if (present.has(name) || shape.deprecated !== undefined) continue;
    items.add({
      label: name,
      kind: CompletionItemKind.Property,
      snippet: write(name, shape),
      detail: typeWords(shape),
      documentation: documentation(shape),
      rank: mapping.required?.includes(name) === true ? 1 : 3,
    });
  }
  const { names } = mapping;
  if (names)
    for (const { name, detail } of nameOffers(names, cursor))
      if (!present.has(name))
        items.add({
          label: name,
          kind: CompletionItemKind.Variable,
          snippet: write(name, names.shape),
          detail,
          rank: 2,
        });
  offerMerge(items, cursor, present);
}

interface NameOffer {
  readonly name: string;
  readonly detail: string;
}

/** Names that are defined elsewhere, or used and not defined yet, or known from the image. */
function nameOffers({ ref, what = 'name' }: NamesShape, cursor: Cursor): NameOffer[] {
  const { part } = cursor;
  if (ref) return namesOf(part, ref).defined.map((name) => ({ name, detail: what }));
  if (what === 'variable') {
    const service = serviceAround(cursor.around);
    const used = environmentNames(part).map((name) => ({ name, detail: 'used in this file' }));
    return [...imageVariables(service), ...used];
  }
  const section = `${what}s`;
  if (!isSection(section)) return [];
  return namesOf(part, section).missing.map((name) => ({ name, detail: `${what} that is used in this file` }));
}

function imageVariables(service: ReturnType<typeof serviceAround>): NameOffer[] {
  const image = service?.get('image')?.value;
  if (image?.kind !== 'scalar') return [];
  const name = image.text.replace(/^(docker\.io\/)?(library\/)?/, '').replace(/[:@].*$/, '');
  const { variables = {} } = Object.hasOwn(images, name) ? (images[name] ?? { doc: '' }) : {};
  return Object.entries(variables).map(([variable, detail]) => ({ name: variable, detail }));
}

/** `<<: *name` where a mapping is anchored. */
function offerMerge(items: Items, { part, key, flow }: Cursor, present: ReadonlySet<string>): void {
  if (!key || key.hasColon || flow || present.has('<<')) return;
  for (const node of part.yaml.anchors) {
    const name = node.anchor?.name;
    if (name === undefined || part.anchors.valueOf(node).kind !== 'mapping') continue;
    items.add({
      label: `<<: *${name}`,
      kind: CompletionItemKind.Reference,
      snippet: escape(`<<: *${name}`),
      detail: 'merge',
      rank: 6,
    });
  }
}
