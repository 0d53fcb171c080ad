import type { EngineEvent, EngineObjectType } from '../model.ts';
import { number, record, text, textMap } from './read.ts';

const types: ReadonlySet<string> = new Set<EngineObjectType>([
  'container',
  'image',
  'network',
  'volume',
  'daemon',
  'builder',
  'plugin',
  'service',
  'node',
  'secret',
  'config',
]);

/** Translates one line of `GET /events`; `undefined` for a type that we do not know. */
export function toEvent(value: unknown): EngineEvent | undefined {
  const item = record(value);
  const type = text(item['Type']);
  const action = text(item['Action']);
  if (!types.has(type) || action === '') return undefined;
  const actor = record(item['Actor']);
  const nanoseconds = number(item['timeNano']);
  return {
    type: type as EngineObjectType,
    action,
    id: text(actor['ID']),
    attributes: textMap(actor['Attributes']),
    time: nanoseconds > 0 ? nanoseconds / 1e6 : number(item['time']) * 1000,
  };
}
