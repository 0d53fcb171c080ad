import type { CommandContext, ImageTarget } from '../command.ts';

/**
 * Which of an image's names is meant: the row's, the only one, or the one that is picked. `tag` is absent for an image
 * that has none; the answer is absent when the person dismissed the question.
 */
export async function chooseTag(
  { ui }: CommandContext,
  { image, tag }: ImageTarget,
): Promise<{ readonly tag?: string } | undefined> {
  if (tag !== undefined) return { tag };
  const [first] = image.tags;
  if (first === undefined) return {};
  if (image.tags.length === 1) return { tag: first };
  const picked = await ui.pick({
    title: 'Push which tag?',
    choices: image.tags.map((name) => ({ label: name, icon: 'tag', value: name })),
  });
  return picked === undefined ? undefined : { tag: picked };
}
