import type { Volume } from '../port/volume.ts';
import { text, textMap, type JsonRecord } from './read.ts';

/** Translates one record of `GET /volumes`; `undefined` when it has no name. */
export function toVolume(item: JsonRecord): Volume | undefined {
  const name = text(item['Name']);
  if (name === '') return undefined;
  const createdAt = Date.parse(text(item['CreatedAt']));
  const labels = textMap(item['Labels']);
  return {
    name,
    driver: text(item['Driver']) || 'local',
    mountpoint: text(item['Mountpoint']),
    scope: text(item['Scope']) || 'local',
    labels,
    options: textMap(item['Options']),
    ...(createdAt > 0 && { createdAt }),
    // Engines from 23 on say so; older ones give 64 hexadecimal digits for a name.
    anonymous: 'com.docker.volume.anonymous' in labels || /^[0-9a-f]{64}$/.test(name),
  };
}
