import type { AwsSource } from './ecr.ts';
import type { LastPush } from './questions.ts';

/** Where small things are kept per workspace; see `CommandServices`. */
export interface Memory {
  remember(key: string, value: unknown): Promise<void>;
  recall(key: string): unknown;
}

const placeKey = 'ecr.place';
const pushKey = (image: string): string => `ecr.push.${image}`;

/** The last push of an image, by its repository's name on this machine. What is kept is names only, no secret. */
export function recallPush(memory: Memory, image: string): LastPush | undefined {
  const kept = memory.recall(pushKey(image));
  const place = readPlace(kept);
  const repository = isRecord(kept) ? kept['repository'] : undefined;
  return place !== undefined && typeof repository === 'string' ? { ...place, repository } : undefined;
}

/** Source and region of the last push of any image. */
export function recallPlace(memory: Memory): Omit<LastPush, 'repository'> | undefined {
  return readPlace(memory.recall(placeKey));
}

export async function rememberPush(memory: Memory, image: string, push: LastPush): Promise<void> {
  await memory.remember(placeKey, { source: push.source, region: push.region });
  await memory.remember(pushKey(image), push);
}

/** What an older version kept may have another shape. */
function readPlace(kept: unknown): Omit<LastPush, 'repository'> | undefined {
  if (!isRecord(kept) || typeof kept['region'] !== 'string') return undefined;
  const source = readSource(kept['source']);
  return source === undefined ? undefined : { source, region: kept['region'] };
}

function readSource(kept: unknown): AwsSource | undefined {
  if (!isRecord(kept)) return undefined;
  const { kind, name } = kept;
  if (kind === 'environment' || kind === 'instance') return { kind };
  return kind === 'profile' && typeof name === 'string' ? { kind, name } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
