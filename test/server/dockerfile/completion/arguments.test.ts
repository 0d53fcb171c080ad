import { describe, expect, test } from 'vitest';
import { choose, labelsAt } from './at.ts';

describe('USER', () => {
  test('those that the file makes, however it does, with their numbers', async () => {
    const text = `FROM alpine:3
RUN addgroup -S staff && adduser -S -D -g 'The web' -u 2001 -G staff web
RUN <<EOF
useradd --create-home --uid=1500 --shell /bin/bash worker
EOF
USER |
`;
    const labels = await labelsAt(text);
    expect(labels.slice(0, 4)).toEqual(['web', 'worker', '2001', '1500']);
    expect(labels).not.toContain('staff');
    expect(labels.at(-1)).toBe('root');
  });

  test('of stages that this one continues, not of others', async () => {
    expect(await labelsAt('FROM a AS b\nRUN useradd one\nFROM b\nUSER |\n')).toContain('one');
    expect(await labelsAt('FROM a AS b\nRUN useradd one\nFROM c\nUSER |\n')).not.toContain('one');
  });

  test('groups behind a colon', async () => {
    const text = 'FROM a\nRUN groupadd -g 5 staff && useradd -g staff web\nUSER web:|\n';
    expect((await labelsAt(text))[0]).toBe('web:staff');
  });

  test('of well-known images', async () => {
    expect((await labelsAt('FROM docker.io/library/node:24@sha256:0\nUSER |\n'))[0]).toBe('node');
    expect((await labelsAt('FROM gcr.io/distroless/static-debian12\nUSER |\n'))[0]).toBe('nonroot');
  });
});

describe('EXPOSE', () => {
  test('ports of variables and of the file first, none twice', async () => {
    const labels = await labelsAt('FROM a\nEXPOSE 9000\nENV PORT=4000\nEXPOSE 80 |\n');
    expect(labels.slice(0, 3)).toEqual(['${PORT}', '4000', '9000']);
    expect(labels).not.toContain('80');
  });
});

describe('LABEL', () => {
  test('the agreed keys, with room for a value', async () => {
    expect(await choose('FROM a\nLABEL |\n', 'org.opencontainers.image.source')).toBe(
      'FROM a\nLABEL org.opencontainers.image.source="$1"\n',
    );
  });

  test('the value stays when a key is changed', async () => {
    expect(await choose('FROM a\nLABEL ve|r="1.0"\n', 'org.opencontainers.image.version')).toBe(
      'FROM a\nLABEL org.opencontainers.image.version="1.0"\n',
    );
  });

  test('not those that are there, and nothing in a value', async () => {
    const labels = await labelsAt('FROM a\nLABEL org.opencontainers.image.url="x" \\\n  |\n');
    expect(labels).not.toContain('org.opencontainers.image.url');
    expect(labels).toContain('org.opencontainers.image.title');
    expect(await labelsAt('FROM a\nLABEL a="b c|"\n')).toEqual([]);
    expect(await labelsAt('FROM a\nLABEL a=b|\n')).toEqual([]);
  });

  test('keys of other stages', async () => {
    expect(await labelsAt('FROM a\nLABEL com.acme.team=x\nFROM b\nLABEL com|\n')).toContain('com.acme.team');
  });
});

test('STOPSIGNAL', async () => {
  expect((await labelsAt('FROM a\nSTOPSIGNAL SIG|\n'))[0]).toBe('SIGTERM');
  expect(await labelsAt('FROM a\nSTOPSIGNAL SIGTERM |\n')).toEqual([]);
});

test('SHELL, whole', async () => {
  const bash = '["/bin/bash", "-o", "pipefail", "-c"]';
  expect(await choose('FROM a\nSHELL |\n', bash)).toBe(`FROM a\nSHELL ${bash}\n`);
  expect(await choose('FROM a\nSHELL [|]\n', bash)).toBe(`FROM a\nSHELL ${bash}\n`);
});

test('HEALTHCHECK', async () => {
  expect(await labelsAt('FROM a\nHEALTHCHECK |\n')).toEqual(expect.arrayContaining(['CMD', 'NONE', '--interval']));
  const labels = await labelsAt('FROM a\nHEALTHCHECK --interval=5s \\\n  |\n');
  expect(labels).toContain('CMD');
  expect(labels).not.toContain('NONE');
});

test('VOLUME', async () => {
  expect(await labelsAt('FROM a\nWORKDIR /srv\nVOLUME ["|"]\n')).toContain('/srv');
});
