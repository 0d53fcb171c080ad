import { describe, expect, test } from 'vitest';
import type { InlayHint, MarkupContent } from 'vscode-languageserver-types';
import type { Images, LanguageHost } from '../../../../server/src/language.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import { folder } from './folder.ts';

async function hover(files: Readonly<Record<string, string>>, host: Partial<LanguageHost> = {}): Promise<string> {
  const { language, document, position } = folder(files, host);
  const found = await language.provideHover?.(document, position);
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}
const override = {
  'compose.override.yaml': 'services:\n  web:\n    image: b\n    ports: ["90"]\n  other: {image: c}\n',
};

describe('what counts in the project', () => {
  test('a value that another file overrides, at the key and at the value', async () => {
    for (const marked of ['im|age: a', 'image: |a'])
      expect(await hover({ ...override, 'compose.yaml': `services:\n  web:\n    ${marked}\n` })).toContain(
        'In the project: `b`, from [`compose.override.yaml`, line 3](file:///project/compose.override.yaml#L3).',
      );
  });

  test('a list that is merged', async () => {
    expect(await hover({ ...override, 'compose.yaml': 'services:\n  web:\n    por|ts: ["80"]\n' })).toMatch(
      /In the project, merged with \[`compose\.override\.yaml`, line 4\]/,
    );
  });

  test('nothing where it is as it stands', async () => {
    expect(await hover({ ...override, 'compose.yaml': 'services:\n  web:\n    tt|y: true\n' })).not.toContain(
      'In the project',
    );
  });

  test('a name that another file defines', async () => {
    const value = await hover({ ...override, 'compose.yaml': 'services:\n  web:\n    depends_on: [ot|her]\n' });
    expect(value).toContain('other: {image: c}');
    expect(value).toContain('In [`compose.override.yaml`, line 5]');
  });

  test('what looks like a secret is hidden', async () => {
    const files = {
      'compose.yaml': 'services:\n  web:\n    environment:\n      PASSWORD|: a\n',
      'compose.override.yaml': 'services:\n  web:\n    environment:\n      PASSWORD: hunter2\n',
    };
    const value = await hover(files);
    expect(value).toContain('In the project: hidden, because it looks like a secret, from [`compose.override.yaml`');
    expect(value).not.toContain('hunter2');
  });
});

describe('variables', () => {
  const env = { '.env': '# a\nTAG=1.2\nTOKEN=hunter2\n' };
  const image = (text: string): Record<string, string> => ({
    ...env,
    'compose.yaml': `services:\n  web:\n    image: ${text}\n`,
  });
  test.each([
    ['"a:${T|AG:-9}"', 'Its value is `1.2`, from [`.env`, line 2](file:///project/.env#L2).'],
    ['"a:$NO|NE"', 'It is not set.'],
    ['"a:$SH|ELL_TAG"', 'Its value is `5`, from the environment.'],
    ['"a:$TOK|EN"', 'Its value is hidden, because it looks like a secret, from [`.env`, line 3]'],
  ])('%s', async (text, expected) => {
    const value = await hover(image(text), { env: { SHELL_TAG: '5' } });
    expect(value).toContain(expected);
    expect(value).not.toContain('hunter2');
  });

  test('what a key with variables comes to', async () => {
    expect(await hover({ ...env, 'compose.yaml': 'services:\n  web:\n    ima|ge: a:$TAG\n' })).toContain(
      'In the project: `a:1.2`.',
    );
  });
});

test('what the engine has of an image', async () => {
  const images: Partial<Images> = {
    describe: (reference) =>
      Promise.resolve({
        reference,
        size: 12_000_000,
        created: '2026-01-02T00:00:00Z',
        id: '',
        digests: [],
        platform: 'linux/amd64',
        labels: {},
        layers: [],
        env: [],
        user: '',
        workdir: '',
        ports: ['80/tcp'],
      }),
  };
  const value = await hover({ 'compose.yaml': 'services:\n  web:\n    image: ngi|nx\n' }, { images: images as Images });
  expect(value).toContain('- Size: 12 MB');
  expect(value).toContain('- Ports: `80/tcp`');
});

describe('inlay hints', () => {
  async function hints(text: string, on = true): Promise<string[]> {
    const { language, document } = folder({
      'compose.yaml': `${text}|`,
      '.env': 'TAG=1.2\nTOKEN=hunter2\nDSN=postgres://a:b@c/d\nLONG=' + 'x'.repeat(80) + '\n',
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const settings = readSettings((key) => (key === 'gantry.compose.inlayHints' ? on : undefined));
    const found: InlayHint[] =
      (await language.provideInlayHints?.(document, range, () => Promise.resolve({ settings }))) ?? [];
    return found.map(
      ({ position, label }) => `${String(position.line)}:${String(position.character)} ${label as string}`,
    );
  }
  test('what a value with variables comes to', async () => {
    expect(await hints('name: a\nservices:\n  web:\n    image: "b:${TAG}-c" # d\n    user: $TAG\n')).toEqual([
      '3:23 = b:1.2-c',
      '4:14 = 1.2',
    ]);
  });
  test.each([
    ['of a secret', 'name: $TOKEN\n'],
    ['of a secret value', 'name: $DSN\n'],
    ['of what is long', 'name: $LONG\n'],
    ['of a default alone', 'name: ${NO:-a}\n'],
    ['of what is not set', 'name: $NO\n'],
    ['without variables', 'name: a$$b\n'],
  ])('none %s', async (_name, text) => {
    expect(await hints(text)).toEqual([]);
  });
  test('none when the setting says so', async () => {
    expect(await hints('name: $TAG\n', false)).toEqual([]);
  });
});
