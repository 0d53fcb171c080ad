import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Shape } from '../schema/shape.ts';
import { documentation, typeWords } from './describe.ts';
import { escape, keySnippet, plainText, type Style } from './format.ts';
import { knownImage } from './images.data.ts';
import { logOptions } from './known.data.ts';
import { nameOffers } from './names.ts';
import { mark } from './probe.ts';
import type { Scene } from './scene.ts';
import { keyAround } from './surroundings.ts';

/** The keys that a mapping knows and does not have yet, and the names that make sense in it. */
export async function offerKeys(scene: Scene, style: Style): Promise<void> {
  const { items, cursor } = scene;
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
      detail: shape.since === undefined ? typeWords(shape) : `${typeWords(shape)}, since ${shape.since}`,
      documentation: documentation(shape),
      rank: mapping.required?.includes(name) === true ? 1 : 3,
    });
  }
  const { names } = mapping;
  if (names)
    for (const { name, detail, value } of await nameOffers(names, scene))
      if (!present.has(name))
        items.add({
          label: name,
          kind: CompletionItemKind.Variable,
          snippet:
            value === undefined || key.hasColon
              ? write(name, names.shape)
              : `${escape(plainText(name))}: ${escape(plainText(value))}`,
          detail,
          rank: 2,
        });
  offerUsual(scene, present);
  offerMerge(scene, present);
}

/** What is usual below a key: a check for the image's program, the options of the log driver. */
function offerUsual(scene: Scene, present: ReadonlySet<string>): void {
  const { items, cursor, image } = scene;
  const name = keyAround(cursor);
  const check = image === undefined ? undefined : knownImage(image);
  if (name === 'healthcheck' && check?.check !== undefined && !present.has('test'))
    items.add({
      label: `test for ${check.name}`,
      kind: CompletionItemKind.Snippet,
      snippet: `test: ${escape(`["CMD-SHELL", ${JSON.stringify(check.check)}]`)}`,
      detail: check.check,
      filter: 'test',
      rank: 1,
    });
  if (name !== 'options') return;
  const { parent } = cursor.around ?? {};
  const driver = parent?.kind === 'entry' ? (scene.text(parent.parent, 'driver') ?? 'json-file') : '';
  for (const [option, [detail, value = '']] of Object.entries(logOptions[driver] ?? {}))
    if (!present.has(option))
      items.add({
        label: option,
        kind: CompletionItemKind.Property,
        snippet: `${option}: ${value === '' ? '$0' : `"${value}"`}`,
        detail,
        rank: 1,
      });
}

/** `<<: *name` where a mapping is anchored. */
function offerMerge({ items, cursor: { part, key, flow } }: Scene, present: ReadonlySet<string>): void {
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
