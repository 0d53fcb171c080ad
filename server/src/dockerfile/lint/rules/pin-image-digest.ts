import type { Rule } from '../../../lint/rule.ts';
import { imageOf } from '../../images/names.ts';
import { pinDigest } from '../../images/pin.ts';
import type { DockerfileFile } from '../file.ts';

export const pinImageDigest: Rule<DockerfileFile> = {
  id: 'pin-image-digest',
  summary: 'Pin images by digest',
  rationale: `A tag can be moved, a digest cannot: \`debian:12@sha256:…\` is the same image for ever, whoever pushes to the registry. The
tag stays as a note for people, and tools can keep the digest up to date.

\`FROM\`, \`COPY --from\` and \`RUN --mount=from=\` are looked at; stages, \`scratch\` and names with a variable are not. Many
want security updates of a tag more than the very same bytes, so the rule is off unless it is switched on. The digest is filled in where the editor's engine has
the image.`,
  severity: 'off',
  codes: [],
  examples: {
    bad: ['FROM debian:12\n', 'FROM scratch\nCOPY --from=busybox:1.36 /bin/sh /bin/sh\n'],
    good: [
      'FROM debian:12@sha256:1111111111111111111111111111111111111111111111111111111111111111 AS build\nFROM build\n',
      'FROM scratch\n',
    ],
  },
  *check(file) {
    for (const reference of file.references) {
      const { text } = reference;
      const image = imageOf(reference);
      // Without a tag it may as well be a named build context, and tag-base-image has its say first.
      if (image === undefined || image.digest !== undefined || image.tag === undefined) continue;
      const fix = pinDigest(file.document, reference, file.image(text));
      yield {
        range: file.range(reference),
        message: `${text} may be another image tomorrow. Add its digest: ${text}@sha256:….`,
        ...(fix && { fix }),
      };
    }
  },
};
