import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { provideHover, type HoverOptions } from '../../../../server/src/dockerfile/features/hover.ts';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import type { ImageDetails } from '../../../../server/src/protocol/requests.ts';
import { rulePages } from '../../../../server/src/workspace/ruleDocs.ts';
import { openAt, shell } from '../../../support/dockerfileText.ts';

/** The hover at a `|`, and what it is about. */
async function hover(marked: string, options: HoverOptions = {}): Promise<{ text: string; about: string } | undefined> {
  const { document, position } = openAt(marked);
  const found = await provideHover(document, position, { shell, ...options });
  if (found === null) return undefined;
  const { value } = found.contents as { value: string };
  return { text: value, about: found.range ? document.text.getText(found.range) : '' };
}

describe('the syntax', () => {
  test.each([
    ['EXP|OSE 80', 'EXPOSE', '**EXPOSE**'],
    ['onbuild ru|n x', 'run', '**RUN**'],
    ['onbu|ild run x', 'onbuild', '**ONBUILD**'],
    ['MAIN|TAINER me', 'MAINTAINER', '**Obsolete.**'],
    ['HEALTHCHECK --interval=1s CM|D x', 'CMD', '**CMD**'],
    ['COPY --li|nk a b', '--link', '_Dockerfile 1.4 and later._'],
    ['RUN --mount=type=cache,tar|get=/x ls', 'target', '`target` of a mount'],
    ['RUN --mount=type=ca|che,target=/x ls', 'cache', '`type=cache`'],
    ['RUN --mount=type=cache,sharing=loc|ked ls', 'locked', '`sharing=locked`'],
  ])('%j', async (line, about, text) => {
    const help = await hover(`FROM x\n${line}\n`);
    expect(help?.about).toBe(about);
    expect(help?.text).toContain(text);
  });

  test('of AS, and of nothing', async () => {
    expect((await hover('FROM a A|S b\n'))?.about).toBe('AS');
    for (const nothing of [
      'FROM a\nEXPOSS| 80\n',
      'FROM a\nUSER m|e\n',
      'FROM a\n|\n',
      'FROM a\nRUN l|s\n',
      'FROM scr|atch\n',
    ])
      expect(await hover(nothing)).toBeUndefined();
  });
});

describe('comments', () => {
  test.each([
    ['# syn|tax=docker/dockerfile:1', 'syntax', '**syntax**'],
    ['# esc|ape=`', 'escape', '**escape**'],
    ['# check=sk|ip=all', 'skip', '`skip=`'],
    [
      '# check=skip=StageName|Casing',
      'StageNameCasing',
      'https://docs.docker.com/reference/build-checks/stage-name-casing/',
    ],
    ['# check=skip=JSONArgs|Recommended', 'JSONArgsRecommended', '/json-args-recommended/'],
  ])('at the head: %j', async (line, about, text) => {
    const help = await hover(`${line}\nFROM x\n`);
    expect(help?.about).toBe(about);
    expect(help?.text).toContain(text);
  });

  test.each([
    ['# hadolint ignore=DL30|06', 'DL3006', 'Tag the base image'],
    ['# hadolint ignore=DL3006, SC20|86', 'SC2086', 'https://www.shellcheck.net/wiki/SC2086'],
    ['# hadolint global ignore=DL99|99', 'DL9999', 'https://github.com/hadolint/hadolint/wiki/DL9999'],
    ['# gantry ignore=tag-base|-image', 'tag-base-image', 'Also `DL3006`'],
    ['# hadolint ig|nore=DL3006', 'ignore', '`hadolint ignore=`'],
  ])('above an instruction: %j', async (line, about, text) => {
    const help = await hover(`ARG A\n${line}\nFROM x\n`);
    expect(help?.about).toBe(about);
    expect(help?.text).toContain(text);
  });

  test('a rule’s own page where it is there, else where the name is from', async () => {
    const docs = (id: string): string => `file:///docs/${id}.md`;
    expect((await hover('ARG A\n# hadolint ignore=DL30|06\n', { docs }))?.text).toContain(
      '(file:///docs/tag-base-image.md)',
    );
    expect((await hover('ARG A\n# hadolint ignore=DL30|06\n'))?.text).toContain('hadolint/wiki/DL3006');
    expect(await hover('ARG A\n# DL30|06 is about tags\n')).toBeUndefined();
  });

  test('a rule’s reason, which its page begins with', async () => {
    const rulePage = rulePages(resolve(import.meta.dirname, '../../../../dist'));
    const rule = dockerfileRules.find(({ id }) => id === 'tag-base-image');
    const reason = rule?.rationale.split('\n\n')[0]?.replaceAll('\n', ' ');
    expect((await hover('ARG A\n# hadolint ignore=DL30|06\n', { rulePage }))?.text.split('\n\n')[1]).toBe(reason);
    expect((await hover('ARG A\n# hadolint ignore=DL30|06\n'))?.text).not.toContain(reason);
  });
});

describe('variables', () => {
  const file =
    'ARG V=22\nFROM node:${V} AS base\nARG V\nARG N\nENV A="x $V" B=$N\nFROM base\nRUN echo $A ${B} ${V:-3}\n';
  const at = async (text: string): Promise<string | undefined> => (await hover(file.replace(text, `${text}|`)))?.text;

  test('have their value and where it is from', async () => {
    expect(await at('node:${V')).toContain('ARG `V` = `22`\n\nSet in line 1, before the first `FROM`.');
    expect(await at('\nARG V')).toContain('ARG `V` = `22`\n\nSet in line 3. Its value is the one of line 1.');
    expect(await at('ARG N')).toContain('It has no default: `--build-arg` gives it a value.');
    expect(await at('echo $A')).toContain(
      'ENV `A` = `x 22`\n\nSet in line 5, in the stage `base` that this one continues.\n\nIt is there in containers, too.',
    );
    expect(await at('${B')).toMatch(/^ENV `B`\n/);
    expect(await at('${V')).not.toContain(':-');
    expect((await hover(file.replace('{V:', '{V|:')))?.text).toContain('`${…:-default}`');
  });

  test('that are not set here, or that the builder sets', async () => {
    expect((await hover('FROM a\nUSER $U|\n'))?.text).toContain('It is not set in this file.');
    expect((await hover('FROM --platform=$BUILD|PLATFORM a\n'))?.text).toContain('linux/amd64');
    expect((await hover('FROM a\nARG TARGET|ARCH\n'))?.text).toContain('arm64');
    expect(await hover('FROM a\nRUN x=1; echo $x|\n')).toBeUndefined();
  });

  test('are data: what is in them is no Markdown', async () => {
    expect((await hover('FROM a\nENV A|=`[x](command:y)`\n'))?.text).toContain('`` `[x](command:y)` ``');
  });
});

test('stages say what they are, do and are used for', async () => {
  const file = 'FROM golang:1 AS build\nRUN a\nRUN b\nCOPY . .\nFROM build AS test\nFROM x\nCOPY --from=bu|ild a b\n';
  const help = await hover(file);
  expect(help?.about).toBe('build');
  expect(help?.text).toBe(
    '```dockerfile\nFROM golang:1 AS build\n```\n\n`RUN` ×2, `COPY`.\n\nUsed by `FROM` in line 5, `COPY --from` in line 7.',
  );
  expect((await hover(file.replace('|', '').replace('AS te', 'AS te|')))?.text).toContain(
    'Continues `build`; the image below is `golang:1`.\n\nIt has no instructions of its own.\n\nNo other stage uses it.',
  );
  expect((await hover('FROM a AS b|\n'))?.text).toContain('The last stage');
});

describe('images', () => {
  const details: ImageDetails = {
    reference: 'node:22',
    id: 'sha256:1',
    size: 1_234_567_890,
    created: '2026-01-02T03:04:05Z',
    digests: ['node@sha256:abc'],
    platform: 'linux/amd64',
    labels: { 'a.b': 'x `y` [z](command:evil)' },
    layers: [
      { command: 'COPY a b', size: 10 },
      { command: 'ENV x', size: 0 },
      { command: 'RUN <script>alert(1)</script>', size: 2_000_000 },
    ],
    env: [],
    user: 'node',
    workdir: '',
    ports: ['80/tcp'],
  };
  const asked: string[] = [];
  const images: HoverOptions['images'] = {
    list: () => Promise.resolve([]),
    tags: () => Promise.resolve([]),
    inUse: () => Promise.resolve([]),
    describe: (reference) => {
      asked.push(reference);
      return Promise.resolve(reference === 'node:22' ? details : undefined);
    },
  };

  test('are what the engine says', async () => {
    const help = await hover('ARG V=22\nFROM no|de:$V AS a\n', { images });
    expect(asked).toEqual(['node:22']);
    expect(help?.about).toBe('node:$V');
    expect(help?.text).toBe(`Image \`node:22\`

- Size: 1.23 GB
- Created: \`2026-01-02\`
- Platform: \`linux/amd64\`
- Digest: \`sha256:abc\`
- User: \`node\`
- Ports: \`80/tcp\`

Labels:

- \`a.b\`: \`\` x \`y\` [z](command:evil) \`\`

Layers, the newest first:

- 2 MB: \`RUN <script>alert(1)</script>\`
- 10 B: \`COPY a b\`

[hub.docker.com](https://hub.docker.com/_/node)`);
  });

  test('are their page where there is no engine or no image', async () => {
    const marked = 'FROM a\nCOPY --from=quay.io/x/|y /a /b\n';
    expect((await hover(marked))?.text).toBe('Image `quay.io/x/y`\n\n[quay.io](https://quay.io/repository/x/y)');
    expect((await hover(marked, { images }))?.text).toBe((await hover(marked))?.text);
    expect((await hover('FROM a\nRUN --mount=from=|b:1,target=/x ls\n'))?.about).toBe('b:1');
    expect(await hover('FROM a\nCOPY --from=|9 /a /b\n')).toBeUndefined();
  });
});
