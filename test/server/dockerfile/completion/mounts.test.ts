import { describe, expect, test } from 'vitest';
import { choose, filesOf, labelsAt } from './at.ts';

const run = (flag: string, rest = ''): string => `FROM node:24 AS build\nRUN --mount=${flag} ${rest}\n`;

describe('keys', () => {
  test('types first, with what each needs', async () => {
    expect((await labelsAt(run('|'))).slice(0, 5)).toEqual([
      'type=cache',
      'type=bind',
      'type=secret',
      'type=ssh',
      'type=tmpfs',
    ]);
    expect(await choose(run('|'), 'type=cache')).toContain('--mount=type=cache,target=${1:/root/.cache} ');
  });

  test('those that the type takes', async () => {
    expect(await labelsAt(run('type=cache,|'))).toEqual(expect.arrayContaining(['sharing', 'target', 'id', 'mode']));
    expect(await labelsAt(run('type=cache,|'))).not.toContain('env');
    expect(await labelsAt(run('type=secret,|'))).toEqual(expect.arrayContaining(['env', 'required', 'id']));
    expect(await labelsAt(run('type=tmpfs,|'))).toEqual(['target', 'size']);
  });

  test('not those that are there, under any of their names, also behind the cursor', async () => {
    const labels = await labelsAt(run('type=bind,dst=/x,|,src=a'));
    expect(labels).not.toContain('target');
    expect(labels).not.toContain('source');
    expect(labels).toContain('from');
  });

  test('bare ones stay bare, the others get a =', async () => {
    expect(await choose(run('type=cache,r|'), 'readonly')).toContain('type=cache,readonly ');
    expect(await choose(run('type=cache,sh|'), 'sharing')).toContain('type=cache,sharing=$0 ');
    expect(await choose(run('type=cache,sh|=locked'), 'sharing')).toContain('type=cache,sharing=locked ');
  });
});

describe('values', () => {
  test('types and ways of sharing', async () => {
    expect(await labelsAt(run('type=|'))).toEqual(['cache', 'bind', 'secret', 'ssh', 'tmpfs']);
    expect(await labelsAt(run('type=cache,sharing=|'))).toEqual(['locked', 'shared', 'private']);
    expect(await choose(run('type=ca|che,target=/x'), 'bind')).toContain('--mount=type=bind,target=/x ');
  });

  test('stages', async () => {
    expect((await labelsAt('FROM a AS build\nFROM b\nRUN --mount=type=bind,from=|\n'))[0]).toBe('build');
  });

  test('ids of the same type from elsewhere in the file', async () => {
    const text = `FROM a
RUN --mount=type=secret,id=npm,target=/x a
RUN --mount=type=cache,id=pip,target=/y b
FROM b
RUN --mount=type=secret,id=| c
`;
    expect(await labelsAt(text)).toEqual(['npm']);
  });

  test('the folders of tools that are run, then those of the image, then the others', async () => {
    const labels = await labelsAt(run('type=cache,target=|', 'pip install x'));
    expect(labels[0]).toBe('/root/.cache/pip');
    expect(labels.indexOf('/root/.npm')).toBeLessThan(labels.indexOf('/root/.m2'));
  });

  test('what a secret and a bind point to', async () => {
    expect(await labelsAt(run('type=secret,id=npm,target=|'))).toContain('/run/secrets/npm');
    expect(await labelsAt(run('type=secret,id=npm-token,env=|'))).toEqual(['NPM_TOKEN']);
    expect((await labelsAt(run('type=bind,source=go.sum,target=|')))[0]).toBe('go.sum');
  });

  test('sources: of the context, or what a stage has', async () => {
    const files = filesOf('/w/src/a.ts', '/w/go.mod');
    expect(await labelsAt(run('type=bind,source=|'), { files })).toEqual(['go.mod', 'src/']);
    expect(
      await labelsAt('FROM a AS build\nWORKDIR /src\nFROM b\nRUN --mount=type=bind,from=build,source=|\n', { files }),
    ).toEqual(['/src']);
  });
});
