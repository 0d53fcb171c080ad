import { EngineError } from './error.ts';
import type { EngineVersion } from './model.ts';
import { record, text } from './translate/read.ts';

/** The Engine API versions whose records we know: from Docker 19.03 (2019) on. */
const oldest = '1.40';
const newest = '1.51';

/** Reads `GET /version` and agrees on the newest API version that both sides know. Throws `unsupported` when there is none. */
export function negotiate(answer: unknown): EngineVersion {
  const version = record(answer);
  const max = text(version['ApiVersion']);
  if (!/^\d+\.\d+$/.test(max))
    throw new EngineError('failed', 'What answers at this address is not a container engine: it tells no API version.');
  const min = text(version['MinAPIVersion']) || oldest;
  const name = `The engine (${text(version['Version']) || 'unknown version'}, API ${max})`;
  if (compare(max, oldest) < 0)
    throw new EngineError('unsupported', `${name} is too old: API ${oldest} (Docker 19.03) or newer is needed.`);
  if (compare(min, newest) > 0)
    throw new EngineError(
      'unsupported',
      `${name} is too new: it needs API ${min}, and this version of Gantry speaks up to ${newest}.`,
    );
  return {
    version: text(version['Version']),
    apiVersion: compare(max, newest) < 0 ? max : newest,
    os: text(version['Os']),
    arch: text(version['Arch']),
  };
}

/** Negative when API version `a` is older than `b`. */
export function compare(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
