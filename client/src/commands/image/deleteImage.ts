import type { Engine, ImageOperations } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import type { Container, Image } from '../../engine/model.ts';
import { formatNames } from '../../ui/format.ts';
import { containerName, usersOf } from '../names.ts';
import { goneAlready } from '../prune/plan.ts';

/** An image as the person saw it and agreed to its removal: with these names and no other. */
export type Agreed = Pick<Image, 'id' | 'tags'>;

/**
 * Deletes an image by taking each of its names away and then itself, never by force. Looks at it first: what is used, has
 * gone, or was given another name since is left. Answers why it is left, as a sentence, or nothing when it is gone.
 */
export async function deleteImage(
  { images, containers }: Pick<Engine, 'images' | 'containers'>,
  agreed: Agreed,
): Promise<string | undefined> {
  const [now, users] = await Promise.all([
    images.list().then((all) => all.find(({ id }) => id === agreed.id)),
    containers.list().then((all) => usersOf(agreed, all)),
  ]);
  if (!now) return goneAlready;
  if (users.length > 0) return `It is used by ${describeUsers(users)} now.`;
  const added = now.tags.filter((tag) => !agreed.tags.includes(tag));
  if (added.length > 0) return `It has got the name ${formatNames(added)} meanwhile.`;
  // A name that has moved to another image since is that image's, and stays.
  return await removeNamesAndImage(images, now);
}

/**
 * Takes names away from an image that keeps others. Answers why they are left, as a sentence: the engine would delete an
 * image with its last name, and a name may have moved to another image since.
 */
export async function untagImage(images: ImageOperations, agreed: Agreed): Promise<string | undefined> {
  const now = (await images.list()).find(({ id }) => id === agreed.id);
  if (!now) return goneAlready;
  const tags = now.tags.filter((tag) => agreed.tags.includes(tag));
  if (tags.length === now.tags.length) return 'It has no other name any more.';
  for (const tag of tags) await images.remove(tag);
  return undefined;
}

/** An engine that is asked for what it has not got: somebody was quicker, or the image went with its last name. */
async function removeNamesAndImage(images: ImageOperations, { id, tags }: Agreed): Promise<undefined> {
  const taken: string[] = [];
  try {
    for (const tag of tags) {
      const removal = await unlessMissing(images.remove(tag));
      if (removal?.deleted.includes(id) === true) return undefined;
      taken.push(tag);
    }
    await unlessMissing(images.remove(id));
    return undefined;
  } catch (error) {
    if (taken.length === 0 || !(error instanceof EngineError)) throw error;
    const names = taken.length === 1 ? 'name' : 'names';
    throw new EngineError(error.kind, `Only its ${names} ${formatNames(taken)} could be removed. ${error.message}`, {
      cause: error,
    });
  }
}

async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** `web (running), old (exited) and 3 more`. */
export function describeUsers(users: readonly Container[]): string {
  return formatNames(users.map((user) => `${containerName(user)} (${user.state})`));
}
