import { serviceRule } from '../projectRule.ts';

export const buildPlatforms = serviceRule({
  id: 'build-platforms',
  summary: 'Build for the platform that the service runs on',
  rationale:
    'When `build.platforms` lists platforms, the service’s `platform` must be among them. Compose refuses others.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    platform: linux/arm64\n    build:\n      context: .\n      platforms: [linux/amd64]\n',
    ],
    good: [
      'services:\n  web:\n    platform: linux/amd64\n    build:\n      context: .\n      platforms: [linux/amd64, linux/arm64]\n',
    ],
  },
  *check({ value }) {
    const platform = value.scalar('platform');
    const list = value.mapping('build')?.entry('platforms');
    if (!platform?.known || list?.value.kind !== 'sequence' || list.value.items.length === 0) return;
    const { items } = list.value;
    if (items.some((item) => item.kind !== 'scalar' || !item.known || item.text === platform.text)) return;
    yield {
      at: platform,
      message: `\`${platform.text}\` is not among the platforms that \`build.platforms\` builds for.`,
      related: [{ at: list.at, message: 'What is built.' }],
    };
  },
});
