import { join } from 'node:path';
import { expect } from 'vitest';
import { buildImage } from '../../client/src/commands/image/build.ts';
import { buildContext } from '../support/buildContext.ts';
import { deskTest, imageRow } from '../support/deskTest.ts';
import { until } from '../support/until.ts';

const test = deskTest('commands-build');

test('builds an image from a Dockerfile, and says where one fails', async ({ real, desk }) => {
  const label = 'LABEL dev.gantry.test=commands-build';
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image} AS base\n${label}\nARG WHO=nobody\nRUN echo "built for $WHO" && echo "$WHO" > /who\nFROM base AS broken\nRUN cat /nowhere\n`,
  });
  const path = join(context.path, 'Dockerfile');
  desk.services.outline = {
    stages: [
      { name: 'base', base: real.image, line: 0 },
      { name: 'broken', base: 'base', line: 4 },
    ],
    args: [{ name: 'WHO', default: 'nobody', stage: 0, line: 2 }],
  };
  desk.ui.onPick('Build Dockerfile', /^Build$/).onNotify('failed', 'Go to line 6');
  await desk.useOnFile(buildImage, path);
  expect(desk.ui.problems.get(path)).toMatchObject([{ line: 5, severity: 'error' }]);
  expect(desk.ui.files).toEqual([{ path, line: 5 }]);
  const failed = desk.ui.streams[0]?.text ?? '';
  expect(failed).toMatch(/#\d+ \[.*\] RUN cat \/nowhere\n/);
  expect(failed).toContain("can't open '/nowhere'");

  const who = `world-${Date.now()}`;
  desk.ui
    .onPick('Build Dockerfile', 'Tag')
    .onInput('Tag', 'gantry-test/commands-build:made')
    .onPick('Build Dockerfile', 'Target stage')
    .onPick('Target stage', 'base')
    .onPick('Build Dockerfile', 'Build arguments')
    .onPick('Build arguments', 'WHO=nobody')
    .onInput('Change', `WHO=${who}`)
    .onPick('Build arguments', 'Done')
    .onPick('Build Dockerfile', /^Build$/);
  await desk.useOnFile(buildImage, path);
  desk.ui.done();
  expect(desk.ui.notifications.at(-1)?.text).toMatch(/^Built gantry-test\/commands-build:made in /);
  expect(desk.ui.problems.get(path)).toEqual([]);
  const log = desk.ui.streams[1]?.text ?? '';
  expect(log).toMatch(new RegExp(`#(\\d+) \\[base 2/2\\] RUN [^]*#\\1 built for ${who}\\n#\\1 done `));
  const { image } = await imageRow(desk, 'gantry-test/commands-build:made');
  expect(log).toContain(image.id);
  expect(desk.ui.progresses.at(-1)?.messages.length).toBeGreaterThan(0);
});

test('a cancelled build stops what it runs', async ({ real, desk }) => {
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nRUN echo started; while :; do echo ${Date.now()}; sleep 0.1; done\n`,
  });
  desk.ui.onPick('Build Dockerfile', /^Build$/);
  const build = desk.useOnFile(buildImage, join(context.path, 'Dockerfile'));
  await until('the step', () => desk.ui.streams[0]?.text.includes('started\n') === true);
  desk.ui.progresses[0]?.cancel();
  await build;
  expect(desk.ui.streams[0]?.text).toMatch(/Cancelled after [\d.]+ s\n$/);
  expect(desk.ui.notifications).toEqual([]);
});
