import { expect, test } from 'vitest';
import { LastBuilds } from '../../../client/src/commands/image/lastBuilds.ts';
import { buildLenses } from '../../../client/src/language/buildLens.ts';

const outline = {
  stages: [
    { name: 'deps', base: 'a', line: 1 },
    { base: 'b', line: 4 },
    { name: 'app', base: 'c', line: 9 },
  ],
  args: [],
};
const path = '/src/Dockerfile';

test('each stage can be built up to, the last one is the image, with how that went', () => {
  let now = 0;
  const builds = new LastBuilds(() => now);
  const lenses = (): string[] =>
    buildLenses(outline, { lastBuild: (stage) => builds.of({ path, stage }), now }).map(
      ({ line, stage, title }) => `${String(line)} ${title} (${stage})`,
    );
  expect(lenses()).toEqual(['1 Build up to deps (deps)', '4 Build up to stage 1 (1)', '9 Build image ()']);
  const end = builds.begin({ path, stage: '' });
  builds.begin({ path, stage: 'deps' })('failed');
  expect(lenses()).toEqual([
    '1 Build up to deps · failed a moment ago (deps)',
    '4 Build up to stage 1 (1)',
    '9 Build image · building… ()',
  ]);
  end('built');
  now = 180_000;
  expect(lenses()[2]).toBe('9 Build image · built 3 minutes ago ()');
  expect(buildLenses({ stages: [], args: [] }, { lastBuild: () => undefined, now })).toEqual([]);
});

test('a cancelled build leaves what was before, and every change is told', () => {
  const builds = new LastBuilds(() => 1);
  const told: string[] = [];
  builds.onDidChange(({ stage }) => told.push(`${stage} ${builds.of({ path, stage })?.state ?? 'nothing'}`));
  builds.begin({ path, stage: 'a' })();
  builds.begin({ path, stage: 'a' })('built');
  builds.begin({ path, stage: 'a' })();
  expect(told).toEqual(['a running', 'a nothing', 'a running', 'a built', 'a running', 'a built']);
  expect(builds.of({ path: '/other', stage: 'a' })).toBeUndefined();
});
