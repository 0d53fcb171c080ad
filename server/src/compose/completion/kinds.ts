import { CompletionItemKind } from 'vscode-languageserver-types';
import { namesOf } from '../references.ts';
import type { ValueKind } from '../schema/shape.ts';
import { escape } from './format.ts';
import { knownImage } from './images.data.ts';
import { offerImages } from './images.ts';
import { offerPaths, type PathOptions } from './paths.ts';
import type { Scene } from './scene.ts';
import { inlineStages, keyAround, textsOfKind } from './surroundings.ts';
import type { AddValue } from './values.ts';

interface KindOptions {
  readonly add: AddValue;
  readonly quoted: boolean;
  readonly prefix: string;
}

type Offer = (scene: Scene, options: KindOptions) => void | Promise<void>;

const { Snippet, Reference, File, Folder } = CompletionItemKind;

/** What is offered for a text that is more than text. */
export async function offerKind(scene: Scene, kind: ValueKind, options: KindOptions): Promise<void> {
  await offers[kind]?.(scene, options);
}

const offers: Partial<Record<ValueKind, Offer>> = {
  image: (scene, { prefix }) => offerImages(scene, { prefix }),
  port: offerPorts,
  volume: offerVolumes,
  duration: ({ cursor }, { add }) => {
    for (const text of withUnits(cursor.typed, ['s', 'm', 'h', 'ms'])) add(text, 4);
    for (const text of ['5s', '10s', '30s', '1m', '5m', '1h']) add(text, 5);
  },
  bytes: ({ cursor }, { add }) => {
    for (const text of withUnits(cursor.typed, ['m', 'g', 'k', 'b'])) add(text, 4);
    for (const text of ['64m', '128m', '256m', '512m', '1g', '2g']) add(text, 5);
  },
  profile: ({ cursor }, { add }) => {
    for (const name of textsOfKind(cursor.part, 'profile')) add(name, 1);
  },
  target: offerStages,
  dockerfile: async (scene, options) => {
    options.add('Dockerfile', 3, { kind: File });
    const { build } = scene;
    const from = build?.kind === 'mapping' ? (scene.text(build, 'context') ?? '.') : '.';
    await offerPaths(scene, { ...typedPath(scene, options), from, likely: /dockerfile/i });
    for (const name of textsOfKind(scene.cursor.part, 'dockerfile'))
      options.add(name, 2, { kind: File, detail: 'used in this file' });
  },
  file: async (scene, options) => {
    const key = keyAround(scene.cursor);
    const likely = key === 'include' || key === 'path' || key === 'file' ? /compose.*\.ya?ml$/i : /\.env$|^\.env/i;
    await offerPaths(scene, { ...typedPath(scene, options), likely });
    if (!scene.tools.files) options.add('.env', 5, { kind: File });
    for (const name of textsOfKind(scene.cursor.part, 'file'))
      options.add(name, 2, { kind: File, detail: 'used in this file' });
  },
  folder: async (scene, options) => {
    options.add('.', 3, { kind: Folder, snippet: '.' });
    await offerPaths(scene, { ...typedPath(scene, options), folders: true });
    for (const name of textsOfKind(scene.cursor.part, 'folder'))
      options.add(name, 2, { kind: Folder, detail: 'used in this file' });
  },
};

function typedPath({ cursor }: Scene, { quoted, prefix }: KindOptions): PathOptions {
  return { typed: cursor.typed, quoted, prefix };
}

/** A number that is typed, with each unit. */
function withUnits(typed: string, units: readonly string[]): string[] {
  return /^\d+(?:\.\d+)?$/.test(typed) ? units.map((unit) => typed + unit) : [];
}

/** The ports that the image or the Dockerfile is known to listen on, then forms to fill in. */
async function offerPorts({ image, tools }: Scene, { add, quoted }: KindOptions): Promise<void> {
  const quote = quoted ? '' : '"';
  const exposed = image === undefined ? [] : ((await tools.images?.describe(image))?.ports ?? []);
  const known = image === undefined ? undefined : knownImage(image);
  const ports = exposed.length > 0 ? exposed.map((port) => port.replace(/\/tcp$/, '')) : (known?.ports ?? []);
  for (const port of ports) {
    const number = port.replace(/\/.*/, '');
    const detail = `port of ${image ?? ''}`;
    add(`${number}:${port}`, 1, { detail, snippet: `${quote}\${1:${number}}:${port}${quote}` });
  }
  const form = (label: string, text: string, detail: string, rank = 2): void => {
    add(label, rank, { kind: Snippet, snippet: `${quote}${text}${quote}`, detail });
  };
  form('host:container', '${1:8080}:${2:80}', 'publish a port');
  form('127.0.0.1:host:container', '127.0.0.1:${1:8080}:${2:80}', 'to this machine only');
  form('host:container/udp', '${1:5353}:${2:53}/udp', 'UDP', 3);
}

async function offerVolumes(scene: Scene, options: KindOptions): Promise<void> {
  const { cursor, image } = scene;
  const { add } = options;
  const typed = cursor.typed.replace(/^["']/, '');
  const target = (image === undefined ? undefined : knownImage(image)?.data) ?? '/data';
  const [, source] = /^([^:]+):[^:]*$/.exec(typed) ?? [];
  if (source !== undefined) {
    add(`${source}:${target}`, 1);
    for (const mode of ['ro', 'rw', 'z', 'Z']) if (/:[^:]+$/.test(typed)) add(`${typed}:${mode}`, 2);
    return;
  }
  const { defined, missing } = namesOf(cursor.part, 'volumes');
  const { node } = cursor.value ?? {};
  // What stands behind the cursor says where it is mounted.
  if (node?.kind === 'scalar' && node.text.includes(':')) {
    for (const name of [...defined, ...missing]) add(name, 1, { kind: Reference, detail: 'named volume' });
    await offerPaths(scene, { ...options, typed });
    return;
  }
  for (const name of [...defined, ...missing])
    add(`${name}:`, 1, { kind: Reference, snippet: `${escape(name)}:\${1:${target}}`, detail: 'named volume' });
  await offerPaths(scene, { ...options, typed, suffix: `:\${1:${target}}` });
  add('./folder:/target', 2, { kind: Snippet, snippet: './${1:folder}:${2:/target}', detail: 'bind a folder' });
  add('./file:/target:ro', 3, { kind: Snippet, snippet: './${1:file}:${2:/target}:ro', detail: 'bind, read-only' });
  add('name:/target', 3, { kind: Snippet, snippet: '${1:name}:${2:/target}', detail: 'named volume' });
  if (image === undefined || image.includes('docker') || /socket|docker/.test(typed))
    add('/var/run/docker.sock:/var/run/docker.sock:ro', 6, { detail: "the engine's socket: as good as root" });
}

async function offerStages(scene: Scene, { add }: KindOptions): Promise<void> {
  const { around, part } = scene.cursor;
  const { build } = scene;
  const inline = around?.kind === 'mapping' ? around : build?.kind === 'mapping' ? build : undefined;
  for (const name of inline ? inlineStages(inline) : []) add(name, 1, { detail: 'stage' });
  const { stages = [] } = (await scene.dockerfile()) ?? {};
  for (const { name, base } of stages) if (name !== undefined) add(name, 1, { detail: `stage on ${base}` });
  for (const name of textsOfKind(part, 'target')) add(name, 2, { detail: 'used in this file' });
}
