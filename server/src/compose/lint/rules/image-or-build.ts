import { closest } from '../../../lint/closest.ts';
import { serviceRule } from '../projectRule.ts';

export const imageOrBuild = serviceRule({
  id: 'image-or-build',
  summary: 'Give every service an image or a build',
  rationale:
    'A service runs an image: `image` names one, `build` makes one. Compose refuses a service that has neither, unless a `provider` stands for it. What an override file or `extends` adds counts.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    ports: ["8080:80"]\n'],
    good: ['services:\n  web:\n    build: .\n  db:\n    image: postgres\n'],
  },
  *check(service) {
    const wanted = ['image', 'build', 'provider'];
    // A misspelt `image` is another finding.
    const has = ({ key }: { key: string }): boolean => wanted.includes(key) || closest(key, wanted) !== undefined;
    if (!service.complete || service.value.entries.some(has)) return;
    yield { at: service.at, message: `\`${service.name}\` has neither \`image\` nor \`build\`.` };
  },
});
