import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Stage } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { baseImages } from '../reference/images.ts';
import { fetchTagsCommand } from '../../protocol/requests.ts';
import { registryOf, withoutTag } from './imageNames.ts';
import { escapeSnippet } from './items.ts';
import type { Scene } from './scene.ts';
import { variablesAt } from './variables.ts';

/**
 * Earlier stages, the images of the engine, and images that one commonly starts from; behind a `:` the tags of the image.
 * With `indexes` a stage may be meant by its number, too: so in `COPY` and mounts.
 */
export async function offerImages(
  scene: Scene,
  { step }: { readonly step: Step },
  { indexes }: { readonly indexes: boolean },
): Promise<void> {
  const { items, document } = scene;
  const { typed } = items.token;
  const earlier = document.stages.filter(({ from, index }) => from !== undefined && index < step.stage.index);
  offerStages(scene, earlier, indexes);
  const trigger = step.onbuild !== undefined || indexes;
  if (!trigger) items.add({ label: 'scratch', kind: CompletionItemKind.Keyword, detail: 'nothing at all', rank: 5 });
  for (const name of (await scene.namedContexts?.()) ?? [])
    items.add({ label: name, kind: CompletionItemKind.Folder, detail: 'named context of a compose file', rank: 1 });
  await offerLocal(scene);
  const repository = withoutTag(typed);
  if (repository !== typed && repository !== '' && !repository.includes('$')) {
    await offerTags(scene, repository);
    return;
  }
  const names = new Set(earlier.map(({ name }) => name?.text));
  for (const { image } of document.stages)
    if (image && image.start !== items.token.start && isImage(image.text) && !names.has(image.text))
      items.add({ label: image.text, kind: CompletionItemKind.Module, detail: 'used in this file', rank: 3 });
  for (const { name, doc } of baseImages)
    items.add({ label: name, kind: CompletionItemKind.Module, detail: doc, rank: 6 });
  if (trigger) return;
  for (const { name, value, doc } of variablesAt(scene, step))
    if (!/^(BUILD|TARGET)[A-Z]+$/.test(name))
      items.add({
        label: `\${${name}}`,
        kind: CompletionItemKind.Variable,
        snippet: escapeSnippet(`\${${name}}`),
        detail: value,
        doc,
        rank: 4,
      });
}

function offerStages({ items }: Scene, earlier: readonly Stage[], indexes: boolean): void {
  earlier.forEach(({ name, image, from }, index) => {
    const detail = `stage on ${image?.text ?? 'nothing'}, line ${(from?.startLine ?? 0) + 1}`;
    // The nearest one is meant most often.
    if (name) items.add({ label: name.text, kind: CompletionItemKind.Class, detail, rank: 1 });
    if (indexes)
      items.add({ label: String(index), kind: CompletionItemKind.Class, detail, rank: name === undefined ? 2 : 7 });
  });
}

async function offerLocal({ items, images }: Scene): Promise<void> {
  if (!images) return;
  for (const { reference, size, created } of await images.list())
    items.add({
      label: reference,
      kind: CompletionItemKind.Module,
      detail: `local, ${megabytes(size)}`,
      doc: `Created ${created.slice(0, 10)}.`,
      rank: 2,
    });
}

async function offerTags({ items, images, again }: Scene, repository: string): Promise<void> {
  if (!images) return;
  const tags = await images.tags(repository);
  for (const tag of tags)
    items.add({
      label: `${repository}:${tag}`,
      kind: CompletionItemKind.Value,
      detail: registryOf(repository),
      rank: tag === 'latest' ? 4 : 3,
    });
  if (tags.length > 0 || again === undefined) return;
  const label = `Fetch tags from ${registryOf(repository)}…`;
  items.add({
    label,
    kind: CompletionItemKind.Event,
    snippet: escapeSnippet(items.token.typed),
    filter: items.token.typed,
    detail: 'asks the registry',
    rank: 9,
    command: { title: label, command: fetchTagsCommand, arguments: [repository] },
  });
}

function isImage(text: string): boolean {
  return text !== 'scratch' && !text.includes('$');
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000_000 ? `${Math.ceil(bytes / 1_000_000)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
