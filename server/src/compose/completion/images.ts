import { CompletionItemKind } from 'vscode-languageserver-types';
import { fetchTagsCommand } from '../../protocol/requests.ts';
import { divideReference } from '../../workspace/imageReference.ts';
import { escape, plainText } from './format.ts';
import { images } from './images.data.ts';
import type { Scene } from './scene.ts';
import { textsOfKind } from './surroundings.ts';

/** The engine's images, those of the file and usual ones; behind a `:` the tags of the repository. */
export async function offerImages(scene: Scene, { prefix }: { readonly prefix: string }): Promise<void> {
  const { items, cursor, tools } = scene;
  const add = (label: string, { detail, rank }: { detail: string; rank: number }): void => {
    const snippet = prefix + escape(plainText(label));
    items.add({ label, kind: CompletionItemKind.Module, snippet, detail, rank });
  };
  for (const { reference, size } of (await tools.images?.list()) ?? [])
    add(reference, { detail: `local, ${megabytes(size)}`, rank: 1 });
  const { typed } = cursor;
  const repository = typed.replace(/:[^:/]*$/, '');
  if (repository !== typed && !repository.includes('$')) {
    await offerTags(scene, { repository, prefix });
    return;
  }
  for (const image of textsOfKind(cursor.part, 'image')) add(image, { detail: 'used in this file', rank: 2 });
  for (const [name, { doc }] of Object.entries(images)) add(name, { detail: doc, rank: 5 });
}

async function offerTags(
  { items, tools, again, cursor }: Scene,
  { repository, prefix }: { readonly repository: string; readonly prefix: string },
): Promise<void> {
  if (!tools.images) return;
  const tags = await tools.images.tags(repository);
  const registry = divideReference(repository).registry ?? 'docker.io';
  for (const tag of tags) {
    const label = `${repository}:${tag}`;
    const rank = tag === 'latest' ? 4 : 3;
    items.add({
      label,
      kind: CompletionItemKind.Value,
      snippet: prefix + escape(plainText(label)),
      detail: registry,
      rank,
    });
  }
  if (tags.length > 0 || !again) return;
  const title = `Fetch tags from ${registry}…`;
  items.add({
    label: title,
    kind: CompletionItemKind.Event,
    snippet: prefix + escape(cursor.typed),
    filter: cursor.typed,
    detail: 'asks the registry',
    rank: 9,
    command: { title, command: fetchTagsCommand, arguments: [repository] },
  });
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000_000 ? `${Math.ceil(bytes / 1_000_000)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
