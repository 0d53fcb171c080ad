import { describe, expect, test } from 'vitest';
import { flags } from '../../../../server/src/dockerfile/reference/flags.ts';
import { choose, labelsAt } from './at.ts';

describe('names of flags', () => {
  test.each(flags.map(({ instruction, name }) => [instruction, name] as const))(
    '%s --%s',
    async (instruction, name) => {
      const text = instruction === 'FROM' ? 'FROM -|' : `FROM a\n${instruction} --|`;
      expect(await labelsAt(text)).toContain(`--${name}`);
    },
  );

  test('not those that are there, unless they may be there again', async () => {
    const labels = await labelsAt('FROM a\nCOPY --link --exclude=a --| a b\n');
    expect(labels).not.toContain('--link');
    expect(labels).toContain('--exclude');
    expect(labels).toContain('--from');
  });

  test('with what follows them', async () => {
    expect(await choose('FROM a\nCOPY --fr|\n', '--from')).toBe('FROM a\nCOPY --from=$1\n');
    expect(await choose('FROM a\nCOPY --l|\n', '--link')).toBe('FROM a\nCOPY --link\n');
    expect(await choose('FROM a\nHEALTHCHECK --t|\n', '--timeout')).toBe('FROM a\nHEALTHCHECK --timeout=${1:30s}\n');
  });

  test('the value stays when the name is changed', async () => {
    expect(await choose('FROM a\nCOPY --ch|own=1:1 a b\n', '--chmod')).toBe('FROM a\nCOPY --chmod=1:1 a b\n');
  });

  test('on a continued line, with CRLF', async () => {
    expect(await choose('FROM a\r\nCOPY --link \\\r\n  --chm| \\\r\n  a b\r\n', '--chmod')).toBe(
      'FROM a\r\nCOPY --link \\\r\n  --chmod=$1 \\\r\n  a b\r\n',
    );
    expect(await labelsAt('FROM a\nCOPY --link \\\n  |\n')).toContain('--chmod');
  });

  test('not by themselves behind RUN', async () => {
    expect(await labelsAt('FROM a\nRUN |\n', { trigger: ' ' })).toEqual([]);
    expect(await labelsAt('FROM a\nRUN |\n')).toContain('--mount');
    expect(await labelsAt('FROM a\nRUN -|\n', { trigger: '-' })).toContain('--mount');
  });

  test('in what ONBUILD does later', async () => {
    expect(await labelsAt('FROM a\nONBUILD COPY --|\n')).toContain('--parents');
  });

  test('no flags behind the first argument', async () => {
    expect(await labelsAt('FROM a\nCOPY a --|\n')).toEqual(expect.not.arrayContaining(['--link']));
  });
});

describe('values of flags', () => {
  test('platforms, and the arguments that hold one', async () => {
    const labels = await labelsAt('FROM --platform=| a\n');
    expect(labels).toEqual(expect.arrayContaining(['$BUILDPLATFORM', '$TARGETPLATFORM', 'linux/arm64']));
    expect(await choose('FROM --platform=li|nux a\n', 'linux/arm64')).toBe('FROM --platform=linux/arm64 a\n');
    expect(await choose('FROM --platform=| a\n', '$BUILDPLATFORM')).toBe('FROM --platform=\\$BUILDPLATFORM a\n');
    expect(await choose('FROM --platform=| a\n', '$BUILDPLATFORM', { client: {} })).toBe(
      'FROM --platform=$BUILDPLATFORM a\n',
    );
  });

  test.each([
    ['RUN --network=|', ['default', 'none', 'host']],
    ['RUN --security=|', ['sandbox', 'insecure']],
    ['COPY --link=|', ['true', 'false']],
    ['ADD --checksum=|', ['sha256:']],
    ['HEALTHCHECK --retries=|', ['3', '5', '10']],
  ])('%s', async (line, expected) => {
    expect(await labelsAt(`FROM a\n${line}\n`)).toEqual(expected);
  });

  test('permissions and owners', async () => {
    expect(await labelsAt('FROM a\nCOPY --chmod=| a b\n')).toContain('755');
    const labels = await labelsAt('FROM node:24\nRUN useradd -m -u 1234 -g staff app\nCOPY --chown=| a b\n');
    expect(labels.slice(0, 1)).toEqual(['app:app']);
    expect(labels).toContain('node:node');
  });

  test('stages by name and number', async () => {
    const labels = await labelsAt('FROM a AS build\nFROM b\nFROM c\nCOPY --from=| a b\n');
    expect(labels).toEqual(expect.arrayContaining(['build', '0', '1']));
    expect(labels).not.toContain('2');
    expect(labels[0]).toBe('build');
  });

  test('no variables where none are replaced', async () => {
    expect(await labelsAt('ARG X=1\nFROM a AS s\nCOPY --from=$| a b\n')).not.toContain('X');
  });
});
