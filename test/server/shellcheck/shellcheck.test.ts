import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findProgram } from '../../../server/src/shellcheck/program.ts';
import { OwnShellCheck } from '../../../server/src/shellcheck/shellcheck.ts';
import { standIn, starts } from '../../support/shellcheck.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { until } from '../../support/until.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const sh = (text: string) => ({ dialect: 'sh', text }) as const;

/** A ShellCheck of the stand-in, and what it noted. */
async function start() {
  const folder = await temporaryFolder();
  const log = join(folder.path, 'starts');
  const messages: string[] = [];
  const shellCheck = new OwnShellCheck({
    env: { ...process.env, STAND_IN_LOG: log, SHELLCHECK_OPTS: '-e SC2086' },
    log: (message) => messages.push(message),
  });
  return {
    messages,
    shellCheck,
    starts: () => starts(log),
    check: (owner: string, ...texts: string[]) => shellCheck.check({ owner, scripts: texts.map(sh), program: standIn }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('answers at once, and with everything when the rest is there', async () => {
  await using own = await start();
  const first = own.check('a', 'echo $x', 'echo "$x"');
  expect(first.comments).toEqual([[], []]);
  expect(await first.rest).toBe(true);
  const second = own.check('a', 'echo $x', 'echo "$x"');
  expect(second.rest).toBeUndefined();
  expect(second.comments).toMatchObject([[{ code: 'SC2086', start: { line: 1, column: 6 } }], []]);
});

test('hands over the script and what hadolint excludes, and no options of the environment', async () => {
  await using own = await start();
  await own.check('a', 'true').rest;
  expect(await own.starts()).toEqual([
    { args: ['--norc', '-f', 'json1', '-s', 'sh', '-e', 'SC1090,SC1091,SC2187', '-'], options: null },
  ]);
});

test('checks each script once, for whom ever, and those of one dialect together', async () => {
  await using own = await start();
  await own.check('a', 'echo $x', 'echo $x', 'echo $y').rest;
  expect(await own.check('b', 'echo $y', 'echo $x').rest).toBeUndefined();
  const args = ['--norc', '-f', 'json1', '-s', 'sh', '-e', 'SC1090,SC1091,SC2187', '/dev/fd/3', '/dev/fd/4'];
  expect(await own.starts()).toEqual([{ args, options: null }]);
});

test('keeps scripts apart that share a process, and leaves no file behind', async () => {
  await using own = await start();
  const texts = Array.from({ length: 150 }, (_, i) => `${'\n'.repeat(i % 7)}echo ${i % 3 === 0 ? '$x' : '"$x"'} ${i}`);
  await using scratch = await temporaryFolder();
  vi.stubEnv('TMPDIR', scratch.path);
  await own.check('a', ...texts).rest;
  const lines = own.check('a', ...texts).comments.map((found) => found.map(({ start }) => start.line));
  expect(lines).toEqual(texts.map((_, i) => (i % 3 === 0 ? [(i % 7) + 1] : [])));
  expect((await own.starts()).length).toBeLessThan(6);
  expect(await readdir(scratch.path)).toEqual([]);
});

test('dialects do not share a process', async () => {
  await using own = await start();
  const scripts = (['bash', 'sh', 'bash'] as const).map((dialect, i) => ({ dialect, text: `echo $x ${i}` }));
  await own.shellCheck.check({ owner: 'a', scripts, program: standIn }).rest;
  const started = await own.starts();
  expect(new Map(started.map(({ args }) => [args[4], args.length - 7]))).toEqual(
    new Map([
      ['bash', 2],
      ['sh', 1],
    ]),
  );
  expect(started).toHaveLength(2);
});

test('calls off what its owner does not ask for any more, and goes on with the rest', async () => {
  await using own = await start();
  const first = own.check('a', 'hang 1');
  await until('it is running', async () => (await own.starts()).length === 1);
  const second = own.check('a', 'echo $x');
  expect(await second.rest).toBe(true);
  expect(await first.rest).toBe(false);
  expect(own.messages).toEqual([]);
});

test('runs two processes at a time', async () => {
  await using own = await start();
  own.check('a', 'hang 1');
  await until('one is running', async () => (await own.starts()).length === 1);
  own.check('b', 'hang 2');
  await until('two are running', async () => (await own.starts()).length === 2);
  const third = own.check('c', 'echo $x');
  own.check('a');
  expect(await third.rest).toBe(true);
  expect(await own.starts()).toHaveLength(3);
  own.check('b');
});

test('a script that takes too long does not cost the others their answers', async () => {
  await using own = await start();
  own.check('a', 'hang', 'echo $x', 'echo $y');
  await until('the others are answered', () =>
    own.check('a', 'hang', 'echo $x', 'echo $y').comments.every((found, i) => found.length === (i === 0 ? 0 : 1)),
  );
  own.check('a');
  expect(own.messages).toEqual([]);
});

test('where scripts cannot go together they go alone from then on', async () => {
  await using own = await start();
  await own.check('a', 'single $x', 'echo $y').rest;
  expect(own.check('a', 'single $x', 'echo $y').comments.map((found) => found.length)).toEqual([1, 1]);
  await own.check('b', 'echo $a', 'echo $b').rest;
  expect((await own.starts()).map(({ args }) => args.length - 7)).toEqual([2, 1, 1, 1, 1]);
  expect(own.messages).toEqual([]);
});

test('one that does not work is found out with few starts', async () => {
  await using own = await start();
  await own.check('a', ...Array.from({ length: 30 }, (_, i) => `crash ${i}`)).rest;
  expect((await own.starts()).length).toBeLessThan(6);
  expect(own.messages).toHaveLength(1);
});

test('one that fails is not asked again, and the log says why', async () => {
  await using own = await start();
  expect(await own.check('a', 'crash').rest).toBe(false);
  expect(own.messages).toEqual([`ShellCheck: ${standIn} ended with 4: shellcheck: crashed`]);
  expect(own.shellCheck.works(standIn)).toBe(false);
  expect(own.check('a', 'echo $x')).toEqual({ comments: [[]] });
});

test('one that is not there is nothing to talk about, unless it was asked for', async () => {
  const messages: string[] = [];
  const shellCheck = new OwnShellCheck({ env: { PATH: '' }, log: (message) => messages.push(message) });
  expect(await shellCheck.check({ owner: 'a', scripts: [sh('true')], program: '' }).rest).toBe(false);
  expect(messages).toEqual([]);
  expect(shellCheck.works('')).toBe(false);
  await shellCheck.check({ owner: 'a', scripts: [sh('true'), sh('false')], program: '/none' }).rest;
  expect(messages).toEqual(['ShellCheck: /none is no program, or no absolute path']);
});

const real = await findProgram('', process.env);

test.runIf(real)('the real one answers the same', async () => {
  const shellCheck = new OwnShellCheck({ env: process.env, log: () => {} });
  const stand = new OwnShellCheck({ env: process.env, log: () => {} });
  const scripts = [sh('X=1\n\techo "é😀" $Y \\\n  "$Y" $Z\n'), { dialect: 'bash', text: 'echo "$X"' } as const];
  const [theirs, ours] = await Promise.all(
    (
      [
        [shellCheck, ''],
        [stand, standIn],
      ] as const
    ).map(async ([checks, program]) => {
      const request = { owner: 'a', scripts, program };
      await checks.check(request).rest;
      return checks.check(request).comments.map((comments) => comments.filter(({ code }) => code === 'SC2086'));
    }),
  );
  expect(ours?.[0]).toHaveLength(2);
  expect(theirs).toEqual(ours);
});
