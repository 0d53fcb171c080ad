import { closest } from '../../../lint/closest.ts';
import { serviceRule } from '../projectRule.ts';

export const imageOrBuild = serviceRule({
  id: 'image-or-build',
  summary: 'Give every service an image or a build',
  rationale:
    'A service runs an image: `image` names one, `build` makes one. Compose refuses a service that has neither, unless a `provider` stands for it. What an override file or `extends` adds counts. Where no service of a file has one, the file is taken for a layer that is merged over another: then this is a warning, and names that it does not define are not looked at.',
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
    const layer = service.at.document.parts.some((part) => part.layer);
    if ((!service.complete && !layer) || service.value.entries.some(has)) return;
    const message = `\`${service.name}\` has neither \`image\` nor \`build\`.`;
    yield layer
      ? { at: service.at, message: `${message} Alone, this file cannot be run.`, severity: 'warning' }
      : { at: service.at, message };
  },
});
