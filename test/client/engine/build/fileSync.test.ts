import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffCopy, type SharedFolder } from '../../../../client/src/engine/build/fileSync.ts';
import type { GrpcCall } from '../../../../client/src/engine/build/grpc.ts';
import { asNumber, asText, MessageWriter, readFields } from '../../../../client/src/engine/build/protobuf.ts';
import { buildContext } from '../../../support/buildContext.ts';
import { asUnprivileged } from '../../../support/unprivileged.ts';

/** A builder that asks for the files of which `wants` is true, and keeps what it is told and sent. */
class Builder implements GrpcCall {
  readonly metadata: ReadonlyMap<string, readonly string[]>;
  readonly messages: AsyncIterable<Uint8Array>;
  readonly entries: { path: string; mode: number; size: number; link: string; mtime: number }[] = [];
  readonly contents: Record<string, string> = {};
  readonly #pending: Uint8Array[] = [];
  readonly #missing = new Set<number>();
  readonly #wants: (path: string) => boolean | Promise<boolean>;
  #told = false;
  #wake = (): void => {};

  constructor(metadata: Record<string, string[]>, wants: (path: string) => boolean | Promise<boolean> = () => true) {
    this.metadata = new Map(Object.entries({ 'dir-name': ['context'], ...metadata }));
    this.#wants = wants;
    this.messages = this.#speak();
  }

  async *#speak(): AsyncGenerator<Uint8Array> {
    while (!this.#told || this.#missing.size > 0 || this.#pending.length > 0) {
      yield* this.#pending.splice(0);
      if (!this.#told || this.#missing.size > 0)
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
    yield new MessageWriter().number(1, 3).finish();
  }

  async send(message: Uint8Array): Promise<void> {
    const fields = new Map([...readFields(message)].map(({ number, value }) => [number, value]));
    const type = asNumber(fields.get(1) ?? 0n);
    if (type === 0 && !fields.has(2)) this.#told = true;
    else if (type === 0) await this.#entry(fields.get(2) as Uint8Array);
    else if (type === 2) this.#data(asNumber(fields.get(3) ?? 0n), asText(fields.get(4) ?? 0n));
    this.#wake();
  }

  async #entry(stat: Uint8Array): Promise<void> {
    const fields = new Map([...readFields(stat)].map(({ number, value }) => [number, value]));
    const entry = {
      path: asText(fields.get(1) ?? 0n),
      mode: asNumber(fields.get(2) ?? 0n),
      size: asNumber(fields.get(5) ?? 0n),
      mtime: asNumber(fields.get(6) ?? 0n),
      link: asText(fields.get(7) ?? 0n),
    };
    const id = this.entries.push(entry) - 1;
    if (entry.mode > 0o7777 + (7 << 20) || !(await this.#wants(entry.path))) return;
    this.#missing.add(id);
    this.#pending.push(new MessageWriter().number(1, 1).number(3, id).finish());
  }

  #data(id: number, text: string): void {
    const { path } = this.entries[id]!;
    this.contents[path] = (this.contents[path] ?? '') + text;
    if (text === '') this.#missing.delete(id);
  }
}

const paths = (builder: Builder): string[] => builder.entries.map(({ path }) => path);
const context = (path: string): Record<string, SharedFolder> => ({ context: { path } });

test('tells everything in the order of the names’ bytes, and sends what is asked for', async () => {
  await using folder = await buildContext({
    'b/z': '',
    'b/é': '',
    'b/a/x': 'deep',
    'b-c': '',
    'b.c': 'dot',
    B: '',
    link: { link: 'b/z' },
    tool: { text: '', mode: 0o4755 },
    'empty/': '',
  });
  const builder = new Builder({}, (path) => path === 'b.c' || path === 'b/a/x');
  await diffCopy(builder, context(folder.path));
  expect(paths(builder)).toEqual(['B', 'b', 'b/a', 'b/a/x', 'b/z', 'b/é', 'b-c', 'b.c', 'empty', 'link', 'tool']);
  expect(builder.contents).toEqual({ 'b.c': 'dot', 'b/a/x': 'deep' });
  const at = (path: string) => builder.entries.find((entry) => entry.path === path)!;
  expect(at('link')).toMatchObject({ link: 'b/z', size: 0 });
  expect(at('link').mode & (1 << 27)).toBeTruthy();
  expect(at('b').mode - 2 ** 31).toBe(0o755);
  expect(at('tool').mode).toBe((1 << 23) + 0o755);
  expect(at('b.c').size).toBe(3);
  expect(Math.abs(at('b.c').mtime / 1e6 - Date.now())).toBeLessThan(600_000);
});

describe('filters as the builder says', () => {
  const files = {
    'src/a.ts': '',
    'src/b.js': '',
    'src/deep/c.ts': '',
    'other/d.ts': '',
    lib: { link: 'other' },
    abs: { link: '/src/deep' },
    'up/out': { link: '../../../../etc/passwd' },
    loop: { link: 'loop' },
    top: '',
  };
  const cases: readonly (readonly [name: string, metadata: Record<string, string[]>, expected: string[]])[] = [
    ['followpaths', { followpaths: ['src/a.ts', 'top'] }, ['src', 'src/a.ts', 'top']],
    ['followpaths with a wildcard', { followpaths: ['src/*.ts'] }, ['src', 'src/a.ts']],
    ['a folder', { followpaths: ['src/deep/'] }, ['src', 'src/deep', 'src/deep/c.ts']],
    ['a link and what it leads to', { followpaths: ['lib/d.ts'] }, ['lib', 'other', 'other/d.ts']],
    ['an absolute link', { followpaths: ['abs'] }, ['abs', 'src', 'src/deep', 'src/deep/c.ts']],
    ['a link by a wildcard', { followpaths: ['li*'] }, ['lib', 'other', 'other/d.ts']],
    ['a link out of the context', { followpaths: ['up/out'] }, ['up', 'up/out']],
    ['a link to itself', { followpaths: ['loop'] }, ['loop']],
    [
      'the whole context',
      { followpaths: ['.'], 'exclude-patterns': ['*', '!top', '!src/deep'] },
      ['src', 'src/deep', 'src/deep/c.ts', 'top'],
    ],
    [
      'excluded',
      { followpaths: ['src'], 'exclude-patterns': ['**/*.ts', '!src/deep/*'] },
      ['src', 'src/b.js', 'src/deep', 'src/deep/c.ts'],
    ],
    ['include-patterns', { 'include-patterns': ['other'] }, ['other', 'other/d.ts']],
    ['encoded', { 'include-patterns': ['%74op', 'a+b'], 'include-patterns-encoded': ['1'] }, ['top']],
    ['nothing there', { followpaths: ['none', 'none/*'] }, []],
  ];
  for (const [name, metadata, expected] of cases)
    test(name, async () => {
      await using folder = await buildContext(files);
      const builder = new Builder(metadata);
      await diffCopy(builder, context(folder.path));
      expect(paths(builder)).toEqual(expected);
    });
});

test('offers no folder but those that are shared, and of the Dockerfile’s no other file', async () => {
  await using folder = await buildContext({ Dockerfile: 'FROM scratch', secret: 'x', 'sub/Dockerfile': '' });
  const folders = { dockerfile: { path: folder.path, only: ['Dockerfile', 'Dockerfile.dockerignore'] } };
  const builder = new Builder({ 'dir-name': ['dockerfile'] });
  await diffCopy(builder, folders);
  expect(builder.contents).toEqual({ Dockerfile: 'FROM scratch' });
  for (const name of ['context', '__proto__', '/etc'])
    await expect(diffCopy(new Builder({ 'dir-name': [name] }), folders)).rejects.toThrow(/no folder/);
});

test('leaves sockets out', async () => {
  await using folder = await buildContext({ a: '' });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder.path, 'socket'), resolve));
  const builder = new Builder({});
  await diffCopy(builder, context(folder.path));
  server.close();
  expect(paths(builder)).toEqual(['a']);
});

test('says which file or folder may not be read, unless it is left out', async () => {
  await using folder = await buildContext({ 'closed/x': '', secret: { text: '', mode: 0 }, open: '' });
  const closed = join(folder.path, 'closed');
  await chmod(closed, 0);
  const send = (...excluded: string[]) =>
    diffCopy(new Builder(excluded.length > 0 ? { 'exclude-patterns': excluded } : {}), context(folder.path));
  await asUnprivileged(folder.path, async () => {
    await send('closed', 'secret');
    await expect(send('closed')).rejects.toThrow(/secret cannot be read \(permission denied\).*\.dockerignore/);
    await expect(send('secret')).rejects.toThrow(/closed cannot be read \(permission denied\)/);
  });
  await chmod(closed, 0o755);
});

test('does not follow a link that a file was replaced by', async () => {
  await using outside = await buildContext({ secret: 'secret' });
  await using folder = await buildContext({ file: 'file' });
  const builder = new Builder({}, async () => {
    await rm(join(folder.path, 'file'));
    await symlink(join(outside.path, 'secret'), join(folder.path, 'file'));
    return true;
  });
  await expect(diffCopy(builder, context(folder.path))).rejects.toThrow(/cannot be read/);
  expect(builder.contents).toEqual({});
});

test('many files, in folders of many', async () => {
  await using folder = await buildContext({});
  for (let n = 0; n < 20; n += 1) {
    await mkdir(join(folder.path, `d${n}`));
    await Promise.all(
      Array.from({ length: 50 }, (_, m) => writeFile(join(folder.path, `d${n}`, `f${m}`), `${n}/${m}`)),
    );
  }
  const builder = new Builder({});
  await diffCopy(builder, context(folder.path));
  expect(builder.entries).toHaveLength(20 * 51);
  expect(Object.entries(builder.contents).every(([path, text]) => path === `d${text.replace('/', '/f')}`)).toBe(true);
  expect(Object.keys(builder.contents)).toHaveLength(1000);
});
