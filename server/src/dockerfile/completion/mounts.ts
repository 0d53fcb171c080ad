import { CompletionItemKind } from 'vscode-languageserver-types';
import { chain } from '../model/stage.ts';
import { StageIndex } from '../model/stageReferences.ts';
import {
  knownCaches,
  mountKeyDoc,
  mountKeyNamed,
  mountKeys,
  mountTypes,
  sharings,
  type MountType,
} from '../reference/mounts.ts';
import { imageName } from './imageNames.ts';
import { containerPaths, offerContainerPaths } from './containerPaths.ts';
import { offerContextPaths } from './contextPaths.ts';
import { offerImages } from './images.ts';
import { readPairs, type MountPlace } from './place.ts';
import type { Scene } from './scene.ts';

/** Keys that the mount's type takes and that are not there yet. */
export function offerMountKeys({ items, again }: Scene, { pairs, hasValue }: MountPlace): void {
  const given = new Set(Array.from(pairs.keys(), (key) => mountKeyNamed(key)?.name ?? key));
  const type = typeOf(pairs);
  if (!given.has('type') && !hasValue)
    for (const { name, doc, snippet } of mountTypes) {
      const more = given.size === 0 && snippet !== '' ? `,${snippet}` : '';
      items.add({
        label: `type=${name}`,
        kind: CompletionItemKind.Snippet,
        snippet: `type=${name}${more}`,
        doc,
        rank: 1,
      });
    }
  for (const key of mountKeys) {
    if (given.has(key.name) || (key.name === 'type' && !hasValue) || !key.types.includes(type)) continue;
    items.add({
      label: key.name,
      kind: CompletionItemKind.Property,
      snippet: hasValue || key.bare === true ? key.name : `${key.name}=$0`,
      detail: key.aliases.length > 0 ? `also ${key.aliases.join(', ')}` : '',
      doc: mountKeyDoc(key),
      command: hasValue || key.bare === true ? undefined : again,
      rank: key.name === 'target' ? 2 : 3,
    });
  }
}

function typeOf(pairs: ReadonlyMap<string, string>): MountType {
  const written = pairs.get('type');
  return mountTypes.find(({ name }) => name === written)?.name ?? 'bind';
}

/** What the key under the cursor takes. */
export async function offerMountValues(scene: Scene, place: MountPlace): Promise<void> {
  const { items, document } = scene;
  const { step, pairs, key } = place;
  const add = (label: string, detail = '', rank = 1): void => {
    items.add({ label, kind: CompletionItemKind.EnumMember, detail, rank });
  };
  const type = typeOf(pairs);
  switch (mountKeyNamed(key)?.value) {
    case undefined:
      return;
    case 'type':
      for (const { name, doc } of mountTypes)
        items.add({ label: name, kind: CompletionItemKind.EnumMember, doc, rank: 1 });
      return;
    case 'sharing':
      for (const { name, doc } of sharings) add(name, doc);
      return;
    case 'boolean':
      add('true');
      add('false');
      return;
    case 'size':
      for (const size of ['64m', '256m', '1g']) add(size);
      return;
    case 'mode':
      for (const mode of type === 'cache' ? ['0755', '0777'] : ['0400', '0440', '0444']) add(mode);
      return;
    case 'number':
      add('0', 'root');
      add('1000', 'the first user of most systems');
      return;
    case 'variable': {
      const id = pairs.get('id') ?? '';
      if (id !== '') add(id.toUpperCase().replaceAll(/\W/g, '_'), 'as the secret is named');
      return;
    }
    case 'id':
      for (const id of idsOf(scene, type)) add(id, 'used in this file');
      if (type === 'ssh') add('default', 'the agent of docker build --ssh default', 2);
      return;
    case 'stage-or-image':
      return offerImages(scene, { step }, { indexes: true });
    case 'source-path': {
      const from = pairs.get('from');
      if (from === undefined) return offerContextPaths(scene, { rank: 1 });
      const stage = new StageIndex(document.stages).find('mount', from);
      if (stage) offerContainerPaths(scene, containerPaths(scene, { stage }).paths, { rank: 1 });
      return;
    }
    case 'container-path':
      offerTargets(scene, place, type);
  }
}

function offerTargets(scene: Scene, { step, pairs }: MountPlace, type: MountType): void {
  const { items } = scene;
  const source = pairs.get('source') ?? pairs.get('src');
  if (type === 'bind' && source !== undefined && source !== '')
    items.add({ label: source, kind: CompletionItemKind.Folder, detail: 'as in the context', rank: 1 });
  if (type === 'tmpfs') items.add({ label: '/tmp', kind: CompletionItemKind.Folder, rank: 1 });
  if (type === 'secret') {
    const id = pairs.get('id');
    if (id !== undefined) items.add({ label: `/run/secrets/${id}`, kind: CompletionItemKind.File, rank: 1 });
  }
  if (type === 'cache') {
    const image = imageName(chain(step.stage).at(-1)?.base ?? '');
    const scripts = [step.line.text, ...step.heredocs.map(({ body }) => step.textOf(body))];
    const words = new Set(scripts.flatMap((script) => script.split(/[\s;&|()]+/)));
    for (const { target, doc, tools, images, locked } of knownCaches) {
      const used = tools.some((tool) => words.has(tool));
      const rank = used ? 1 : images.test(image) ? 2 : 5;
      const detail = locked === true ? `${doc}; with sharing=locked` : doc;
      items.add({ label: target, kind: CompletionItemKind.Folder, detail, rank });
    }
  }
  const { paths } = containerPaths(scene, { stage: step.stage, before: step.start });
  offerContainerPaths(scene, paths, { rank: type === 'bind' ? 2 : 4, folders: true });
}

/** The ids that mounts of a type have anywhere else in the file. */
function idsOf({ document, items }: Scene, type: MountType): string[] {
  const { start, end } = items.token;
  const ids = new Set<string>();
  for (const { steps } of document.stages)
    for (const step of steps) {
      if (step.name !== 'RUN') continue;
      for (const flag of step.flags) {
        if (flag.name !== 'mount' || (flag.start <= start && end <= flag.end)) continue;
        const pairs = readPairs(flag.value ?? '');
        const id = pairs.get('id') ?? '';
        if (id !== '' && typeOf(pairs) === type) ids.add(id);
      }
    }
  return [...ids];
}
