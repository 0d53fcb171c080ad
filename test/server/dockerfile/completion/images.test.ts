import { describe, expect, test } from 'vitest';
import { choose, imagesOf, itemsAt, labelsAt } from './at.ts';

const images = imagesOf(['node:24-slim', 'acme/app:2'], { node: ['25', '24'], 'ghcr.io/acme/app': ['main'] });

describe('FROM', () => {
  test('earlier stages, then local images, then well-known ones', async () => {
    const labels = await labelsAt('FROM a AS build\nFROM |\n', { images });
    expect(labels.slice(0, 3)).toEqual(['build', 'node:24-slim', 'acme/app:2']);
    expect(labels).toEqual(expect.arrayContaining(['scratch', 'alpine', 'a']));
    expect(labels).not.toContain('0');
  });

  test('its own name and later stages are none', async () => {
    const labels = await labelsAt('FROM | AS one\nFROM b AS two\n');
    expect(labels).not.toContain('one');
    expect(labels).not.toContain('two');
  });

  test('arguments from above', async () => {
    expect(await choose('ARG BASE=debian\nFROM |\n', '${BASE}', { client: {} })).toBe(
      'ARG BASE=debian\nFROM ${BASE}\n',
    );
    expect(await labelsAt('ARG BASE=debian\nFROM $|\n')).toEqual(expect.arrayContaining(['BASE', 'TARGETARCH']));
  });

  test('the whole word is replaced', async () => {
    expect(await choose('FROM no|thing:1 AS x\n', 'node:24-slim', { images })).toBe('FROM node:24-slim AS x\n');
  });

  test('tags behind a colon, of any registry', async () => {
    expect(await labelsAt('FROM node:|\n', { images })).toEqual(expect.arrayContaining(['node:25', 'node:24']));
    expect(await labelsAt('FROM ghcr.io/acme/app:m|\n', { images })).toContain('ghcr.io/acme/app:main');
  });

  test('a port is no tag', async () => {
    expect(await labelsAt('FROM localhost:5000/x|\n', { images, suggestCommand: 'again' })).not.toContain(
      'Fetch tags from localhost…',
    );
  });

  test('tags that are not known can be fetched, where the editor can', async () => {
    const [item] = await itemsAt('FROM quay.io/a/b:1|\n', { images: imagesOf([]), suggestCommand: 'again' }).then(
      (items) => items.filter(({ command }) => command),
    );
    expect(item).toMatchObject({
      label: 'Fetch tags from quay.io…',
      filterText: 'quay.io/a/b:1',
      command: { arguments: ['quay.io/a/b'] },
    });
    expect(
      await choose('FROM quay.io/a/b:1|\n', 'Fetch tags from quay.io…', { images: imagesOf([]), suggestCommand: 'x' }),
    ).toBe('FROM quay.io/a/b:1\n');
    const elsewhere = await itemsAt('FROM quay.io/a/b:1|\n', { images: imagesOf([]) });
    expect(elsewhere.some(({ command }) => command)).toBe(false);
  });

  test('AS, in the case of its FROM, and a name that no other stage has', async () => {
    expect(await choose('FROM a |\n', 'AS')).toBe('FROM a AS \n');
    expect(await labelsAt('from a |\n')).toEqual(['as']);
    const labels = await labelsAt('FROM a AS build\nFROM b AS |\n');
    expect(labels).toContain('test');
    expect(labels).not.toContain('build');
  });
});
