import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { build, buildContext } from '../support/buildContext.ts';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('build-failure');

const cases: readonly (readonly [string, string, { line?: number; step?: RegExp; message: RegExp }])[] = [
  [
    'unknown instruction',
    'FROM $\nRUN true\nRUNN x\n',
    { line: 3, message: /^dockerfile parse error line 3: unknown/ },
  ],
  [
    'a step of several lines, in a stage on a stage',
    'FROM $ AS one\nRUN echo a\n\nFROM one AS two\nWORKDIR /x\nRUN true \\\n  && exit 3\n',
    { line: 6, step: /^\[two 2\/2\] RUN true/, message: /exit code: 3/ },
  ],
  ['variables in the step', 'FROM $\nARG X=5\nENV Y=$X\nRUN echo $Y && exit 4\n', { line: 4, message: /exit code: 4/ }],
  ['a file that is not there', 'FROM $\nCOPY nosuch /\n', { line: 2, message: /"\/nosuch" not found/ }],
  ['an ignored file', 'FROM $\nCOPY ignored /\n', { line: 2, message: /but \.dockerignore leaves it out/ }],
  ['a base image', 'FROM $ AS a\nFROM 127.0.0.1:1/none:2\nCOPY --from=a / /\n', { line: 2, message: /127\.0\.0\.1:1/ }],
  ['a frontend', '# syntax=127.0.0.1:1/dockerfile:1\nFROM $\n', { line: 1, message: /asks for a frontend image/ }],
  ['an address', 'FROM $\nADD http://127.0.0.1:1/x /y\n', { line: 2, message: /connection refused/ }],
  ['a bad port', 'FROM $\nEXPOSE abc\n', { line: 2, message: /^Invalid containerPort: abc/ }],
  ['an empty file', '\n', { message: /file with no instructions/ }],
];

for (const [name, dockerfile, { line, message, step }] of cases)
  test(`says where a build fails: ${name}`, async ({ real }) => {
    await using context = await buildContext({
      Dockerfile: dockerfile.replaceAll('$\n', `${real.image}\n`).replaceAll('$ ', `${real.image} `),
      ignored: '',
      '.dockerignore': 'ignored\n',
    });
    const failure = await build(real, { context: context.path }).catch((error: unknown) => error);
    const text = expect.stringMatching(message) as string;
    expect(failure).toMatchObject({ name: 'EngineError', kind: 'failed', message: text, line });
    if (step) expect(failure).toMatchObject({ step: expect.stringMatching(step) as string });
  });

test('says which path is wrong', async ({ real }) => {
  await using context = await buildContext({ file: '' });
  await expect(build(real, { context: context.path })).rejects.toThrow(/The Dockerfile .*Dockerfile does not exist/);
  await expect(build(real, { context: join(context.path, 'file') })).rejects.toThrow(/is not a folder/);
});

test('a bad tag is refused', async ({ real }) => {
  await using context = await buildContext({ Dockerfile: `FROM ${real.image}\n` });
  const building = build(real, { context: context.path, tags: ['Not A Tag'] });
  await expect(building).rejects.toMatchObject({
    name: 'EngineError',
    message: expect.stringMatching(/invalid reference format/) as string,
  });
});

test('gives credentials for the host that is asked for, and no other', async ({ real }) => {
  const seen: (string | undefined)[] = [];
  const registry = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end('{}');
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(registry.address() as AddressInfo).port}`;
  try {
    await using context = await buildContext({ Dockerfile: `FROM ${host}/private:1\n` });
    const asked: string[] = [];
    const building = build(real, {
      context: context.path,
      credentials: async (name) => {
        asked.push(name);
        return { serverAddress: name, username: 'me', password: 'secret' };
      },
    });
    await expect(building).rejects.toMatchObject({ line: 1 });
    expect(new Set(asked)).toEqual(new Set([host]));
    expect(seen).toContain(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  } finally {
    registry.close();
  }
});
