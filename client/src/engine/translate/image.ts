import type { Image, ImageDefaults, Layer } from '../model.ts';
import { number, record, text, textMap, texts, type JsonRecord } from './read.ts';

/** Translates one record of `GET /images/json`; `undefined` when it has no id. */
export function toImage(item: JsonRecord): Image | undefined {
  const id = text(item['Id']);
  if (id === '') return undefined;
  const tags = texts(item['RepoTags'])
    .filter((tag) => !tag.startsWith('<none>'))
    .sort();
  const digests = texts(item['RepoDigests'])
    .filter((digest) => !digest.startsWith('<none>'))
    .sort();
  return {
    id,
    tags,
    digests,
    createdAt: number(item['Created']) * 1000,
    size: number(item['Size']),
    labels: textMap(item['Labels']),
    dangling: tags.length === 0 && digests.length === 0,
  };
}

/** Translates one record of `GET /images/{name}/history`. */
export function toLayer(item: JsonRecord): Layer {
  const id = text(item['Id']);
  return {
    ...(id && id !== '<missing>' && { id }),
    createdAt: number(item['Created']) * 1000,
    createdBy: text(item['CreatedBy']),
    size: number(item['Size']),
    comment: text(item['Comment']),
    tags: texts(item['Tags']),
  };
}

/** Reads the `Config` of `GET /images/{name}/json`. */
export function toImageDefaults(inspected: unknown): ImageDefaults {
  const config = record(record(inspected)['Config']);
  return {
    exposedPorts: Object.keys(record(config['ExposedPorts']))
      .map(toExposedPort)
      .filter((port) => port !== undefined),
    volumes: Object.keys(record(config['Volumes'])),
    env: texts(config['Env']),
    command: texts(config['Cmd']),
    entrypoint: texts(config['Entrypoint']),
    workingDirectory: text(config['WorkingDir']),
    user: text(config['User']),
  };
}

/** `80/tcp`, `53/udp`, `80`. */
function toExposedPort(spec: string): ImageDefaults['exposedPorts'][number] | undefined {
  const match = /^(\d+)(?:\/(tcp|udp|sctp))?$/.exec(spec);
  if (!match) return undefined;
  return { containerPort: Number(match[1]), protocol: (match[2] ?? 'tcp') as 'tcp' | 'udp' | 'sctp' };
}
