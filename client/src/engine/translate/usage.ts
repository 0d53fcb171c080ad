import type { BuildCacheUsage, ContainerUsage, DiskUsage, ImageUsage, VolumeUsage } from '../model.ts';
import { toContainer } from './container.ts';
import { toImage } from './image.ts';
import { list, moment, number, record, text, texts, type JsonRecord } from './read.ts';
import { toVolume } from './volume.ts';

/** Translates `GET /system/df`; what has no id is left out. */
export function toDiskUsage(answer: unknown, at: number): DiskUsage {
  const usage = record(answer);
  const each = <T>(key: string, translate: (item: JsonRecord) => T | undefined): T[] =>
    list(usage[key])
      .map((item) => translate(record(item)))
      .filter((item) => item !== undefined);
  return {
    at,
    layersSize: number(usage['LayersSize']),
    images: each('Images', toImageUsage),
    containers: each('Containers', toContainerUsage),
    volumes: each('Volumes', toVolumeUsage),
    buildCache: each('BuildCache', toBuildCache),
  };
}

function toImageUsage(item: JsonRecord): ImageUsage | undefined {
  const image = toImage(item);
  if (!image) return undefined;
  const shared = counted(item['SharedSize']);
  return { image, containers: number(item['Containers']), ...(shared !== undefined && { sharedSize: shared }) };
}

function toContainerUsage(item: JsonRecord): ContainerUsage | undefined {
  const container = toContainer(item);
  return container && { container, size: number(item['SizeRw']) };
}

function toVolumeUsage(item: JsonRecord): VolumeUsage | undefined {
  const volume = toVolume(item);
  if (!volume) return undefined;
  const data = record(item['UsageData']);
  const size = counted(data['Size']);
  return { volume, references: Math.max(0, number(data['RefCount'])), ...(size !== undefined && { size }) };
}

function toBuildCache(item: JsonRecord): BuildCacheUsage | undefined {
  const id = text(item['ID']);
  if (id === '') return undefined;
  const lastUsedAt = moment(item['LastUsedAt']);
  return {
    id,
    type: text(item['Type']),
    description: text(item['Description']),
    // One before API 1.42, several since.
    parents: [...texts(item['Parents']), text(item['Parent'])].filter((parent) => parent !== ''),
    inUse: item['InUse'] === true,
    shared: item['Shared'] === true,
    size: number(item['Size']),
    createdAt: moment(item['CreatedAt']) ?? 0,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
  };
}

/** -1 stands for "not computed". */
function counted(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}
