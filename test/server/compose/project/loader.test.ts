import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ComposeDocument } from '../../../../server/src/compose/document.ts';
import { compose } from '../../../../server/src/compose/service.ts';
import type { LanguageHost } from '../../../../server/src/language.ts';
import type { Problem } from '../../../../server/src/lint/problem.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import { diskFiles, readTextFile } from '../../../../server/src/workspace/files.ts';
import { buildContext, writeFiles } from '../../../support/buildContext.ts';

/** A language over a folder on the disk, whose client tells of changed files. */
class Scene {
  readonly folder: string;
  readonly refreshed: string[] = [];
  readonly #open = new Map<string, ComposeDocument>();
  readonly #language;
  #version = 0;

  constructor(folder: string, host: Partial<LanguageHost> = {}) {
    this.folder = folder;
    this.#language = compose({
      client: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      log: (message) => {
        throw new Error(message);
      },
      files: diskFiles,
      readText: readTextFile,
      openText: (path) => this.#open.get(path)?.content,
      refresh: (uri) => this.refreshed.push(uri),
      ...host,
    });
  }

  /** `file: rule` of each problem, when the file says this. */
  async problems(name: string, text: string): Promise<string[]> {
    return (await this.all(name, text)).map(({ id, range }) => `${range.start.line + 1}: ${id}`);
  }

  async all(name: string, text: string, composeFiles?: readonly string[]): Promise<Problem[]> {
    const path = join(this.folder, name);
    this.#version += 1;
    const document = this.#language.open(
      TextDocument.create(pathToFileURL(path).href, 'dockercompose', this.#version, text),
    );
    this.#open.set(path, document);
    const context = {
      settings: readSettings(() => undefined),
      ...(composeFiles && { composeFiles: composeFiles.map((each) => join(this.folder, each)) }),
    };
    return (await this.#language.provideProblems?.(document, context, { isCancellationRequested: false })) ?? [];
  }

  filesChanged(): void {
    this.#language.filesChanged?.();
  }
}

const base = 'services:\n  web:\n    image: nginx:1\n';
const partial = 'services:\n  web:\n    networks: [back]\n';

describe('a file is judged in the project that it belongs to', () => {
  test('as the override of another', async () => {
    await using folder = await buildContext({ 'compose.yaml': `${base}networks:\n  back:\n` });
    const scene = new Scene(folder.path);
    expect(await scene.problems('compose.override.yaml', partial)).toEqual([]);
    expect(await scene.problems('compose.override.yaml', partial.replace('back', 'front'))).toEqual([
      '3: undefined-network',
    ]);
    await writeFiles(folder.path, { 'compose.yaml': base });
    scene.filesChanged();
    expect(await scene.problems('compose.override.yaml', partial)).toEqual(['3: undefined-network']);
  });

  test('as one that another includes, in the folder above', async () => {
    await using folder = await buildContext({
      'compose.yaml': `include: [sub/db.yaml]\n${base}`,
      'sub/db.yaml': 'services:\n  db:\n    image: postgres:${TAG}\n',
      '.env': 'TAG=16\n',
    });
    const scene = new Scene(folder.path);
    expect(await scene.problems('sub/db.yaml', 'services:\n  db:\n    image: postgres:${TAG}\n')).toEqual([]);
    expect(await scene.problems('sub/other.yaml', 'services:\n  db:\n    image: postgres:${TAG}\n')).toEqual([
      '3: unset-variable',
    ]);
  });

  test('as COMPOSE_FILE in .env says', async () => {
    await using folder = await buildContext({
      'a.yaml': base,
      'b.yaml': partial,
      '.env': 'COMPOSE_FILE=a.yaml:b.yaml\n',
    });
    expect(await new Scene(folder.path).problems('b.yaml', 'services:\n  web:\n    init: true\n')).toEqual([]);
  });

  test('with a name like that of another file, over that', async () => {
    await using folder = await buildContext({ 'compose.yaml': base });
    expect(await new Scene(folder.path).problems('compose.prod.yaml', 'services:\n  web:\n    tty: true\n')).toEqual(
      [],
    );
  });

  test('as it was asked for', async () => {
    await using folder = await buildContext({ 'a.yaml': base, 'b.yaml': 'services:\n  web:\n    init: true\n' });
    const scene = new Scene(folder.path);
    expect(await scene.all('b.yaml', 'services:\n  web:\n    init: true\n', ['a.yaml', 'b.yaml'])).toEqual([]);
    expect(await scene.problems('b.yaml', 'services:\n  web:\n    init: true\n')).toEqual(['2: image-or-build']);
  });
});

test('a file that is open counts as it is there, and its project is looked at again', async () => {
  await using folder = await buildContext({ 'compose.yaml': base, 'compose.override.yaml': partial });
  const scene = new Scene(folder.path);
  const over = partial;
  expect(await scene.problems('compose.override.yaml', over)).toEqual(['3: undefined-network']);
  expect(await scene.problems('compose.yaml', base)).toEqual([]);
  expect(await scene.problems('compose.yaml', `${base}networks:\n  back:\n`)).toEqual([]);
  expect(scene.refreshed).toEqual([pathToFileURL(join(folder.path, 'compose.override.yaml')).href]);
  expect(await scene.problems('compose.override.yaml', over)).toEqual([]);
});

test('what is wrong beside the file', async () => {
  await using folder = await buildContext({ '.env': 'A="x\n', 'compose.yml': '', 'web.env': 'B=1\nC D=2\n' });
  const text =
    'services:\n  web:\n    image: nginx:1\n    env_file: [web.env, none.env]\n    extends: {file: x.yaml, service: a}\n';
  expect(await new Scene(folder.path).problems('compose.yaml', text)).toEqual([
    '1: env-file',
    '1: ambiguous-file',
    '4: env-file',
    '4: env-file',
    '5: extends-target',
  ]);
});

test('the environment of the process wins over .env', async () => {
  await using folder = await buildContext({ '.env': 'IMAGE=\nNAME=x\n' });
  const text = 'services:\n  web:\n    image: ${IMAGE:?}\n    container_name: ${NAME?}\n';
  expect(await new Scene(folder.path).problems('compose.yaml', text)).toEqual(['3: required-variable']);
  expect(await new Scene(folder.path, { env: { IMAGE: 'nginx:1' } }).problems('compose.yaml', text)).toEqual([]);
});

test('an error in a file that is extended from is told where that file is named, too', async () => {
  await using folder = await buildContext({
    'base.yaml': 'services:\n  web:\n    image: nginx\n    depends_on: [db]\n',
  });
  const text = 'services:\n  web:\n    extends:\n      file: base.yaml\n      service: web\n';
  const [problem, ...more] = await new Scene(folder.path).all('compose.yaml', text);
  expect([problem?.id, problem?.range.start, more]).toEqual(['undefined-service', { line: 3, character: 12 }, []]);
  expect(problem?.message).toMatch(/^On line 4 of `base.yaml`: /);
  expect(problem?.related?.[0]?.uri).toMatch(/base.yaml$/);
});
