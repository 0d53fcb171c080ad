import { divideReference, readImageReference } from '../../../workspace/imageReference.ts';
import { localTag, publishedVersions } from '../../../workspace/localTags.ts';
import type { ScalarValue } from '../../project/model.ts';
import type { ComposeFile } from '../file.ts';
import type { FoundFix } from '../found.ts';
import { projectRule } from '../projectRule.ts';

export const explicitImageTag = projectRule({
  id: 'explicit-image-tag',
  summary: 'Name the version of an image',
  rationale:
    'Without a tag, and with `latest`, a service gets another image tomorrow than today, and nothing in the file says which. Name the version that you tested, or add the digest, which then counts instead of the tag. A service that is built is not reported: there `image` names the result. The tags and the digest of the image that the editor’s engine has are offered.',
  severity: 'info',
  codes: ['service-image-require-explicit-tag'],
  group: 'security',
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n', 'services:\n  web:\n    image: nginx:latest\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n  app:\n    build: .\n    image: example/app\n'],
  },
  *check(project, file) {
    for (const { value } of project.services.values()) {
      const image = value.has('build') || value.has('provider') ? undefined : value.scalar('image');
      if (image?.known !== true || !readImageReference(image.text)) continue;
      const { tag, digest } = divideReference(image.text);
      if (digest !== undefined || (tag !== undefined && tag !== 'latest')) continue;
      const [fix, ...alternatives] = fixes(image, file);
      yield {
        at: image,
        message:
          tag === undefined
            ? `\`${image.text}\` has no tag, so the newest image is taken. Name the version you mean.`
            : 'The tag `latest` moves from day to day. Name the version you mean.',
        ...(fix && { fix, alternatives }),
      };
    }
  },
});

/** More than these are for completion. */
const mostTags = 3;

/** The tags that the engine has of the very same image first, then its others and the newest published one; then the digest. */
function fixes(image: ScalarValue, file: ComposeFile): FoundFix[] {
  const known = file.image(image.text);
  if (!known || image.variables.length > 0) return [];
  const current = localTag(image.text, known);
  const others = known.tags.filter(({ tag }) => tag !== 'latest');
  const same = others.filter(({ id }) => id === current?.id).map(({ tag }) => tag);
  const tags = new Set([...same, ...others.map(({ tag }) => tag), ...publishedVersions(known).slice(0, 1)]);
  const { length } = image.text;
  const from = image.text.endsWith(':latest') ? length - ':latest'.length : length;
  const fix = (title: string, { at, text }: FoundFix['edits'][number]): FoundFix => ({
    title,
    edits: [{ at, text }],
    safe: false,
  });
  const [digest] = current?.digests ?? [];
  return [
    ...[...tags]
      .slice(0, mostTags)
      .map((tag) =>
        fix(`Say :${tag}${same.includes(tag) ? ', the same image' : ''}`, { at: image.part(from), text: `:${tag}` }),
      ),
    ...(digest === undefined
      ? []
      : [fix(`Pin ${image.text} to its digest`, { at: image.part(length), text: `@${digest}` })]),
  ];
}
