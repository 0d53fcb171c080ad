import { serviceRule } from '../projectRule.ts';

export const noBuildAndImage = serviceRule({
  id: 'no-build-and-image',
  summary: 'Build a service or take an image',
  rationale:
    'With both, `image` is the name that the built image gets, which is legal and common; so this is off. Switch it on where a service should say plainly where its image is from.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    build: .\n    image: example/web:1\n'],
    good: ['services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n'],
  },
  *check({ value }) {
    const image = value.scalar('image');
    const build = value.entry('build');
    if (image && build)
      yield {
        at: image,
        message: 'This service is built, too. Leave out `image` or `build`.',
        related: [{ at: build.at, message: 'The build.' }],
      };
  },
});
