import type { Volume } from '../model.ts';
import { moment, record, text, textMap, type JsonRecord } from './read.ts';

/** Set by engines from 23.0 on; before, only the name tells. */
const anonymousLabel = 'com.docker.volume.anonymous';

/** Translates one record of `GET /volumes`; `undefined` when it has no name. */
export function toVolume(item: JsonRecord): Volume | undefined {
  const name = text(item['Name']);
  if (name === '') return undefined;
  const labels = textMap(item['Labels']);
  const createdAt = moment(item['CreatedAt']);
  return {
    name,
    driver: text(item['Driver']),
    mountpoint: text(item['Mountpoint']),
    scope: text(item['Scope']),
    ...(createdAt !== undefined && { createdAt }),
    labels,
    options: textMap(record(item['Options'])),
    anonymous: anonymousLabel in labels || /^[0-9a-f]{64}$/.test(name),
  };
}
