import { expect, test } from 'vitest';
import { provideLinks } from '../../../../server/src/dockerfile/features/links.ts';
import type { Files } from '../../../../server/src/language.ts';
import { ContextReader } from '../../../../server/src/workspace/contextFiles.ts';
import { openDockerfile } from '../../../support/dockerfileText.ts';

/** A disk with these files and the folders that they are in. */
const disk = (...paths: string[]): Files => ({
  kind: (path) =>
    Promise.resolve(
      paths.includes(path) ? 'file' : paths.some((one) => one.startsWith(`${path}/`)) ? 'folder' : undefined,
    ),
  list: () => Promise.resolve([]),
});

async function links(
  text: string,
  {
    files,
    uri = 'file:///project/app/Dockerfile',
    dockerignore,
  }: { files?: Files; uri?: string; dockerignore?: string } = {},
): Promise<string[]> {
  const document = openDockerfile(text, uri);
  const found = await provideLinks(document, {
    contexts: files && new ContextReader(files),
    dockerignore: dockerignore === undefined ? undefined : { path: dockerignore, text: '' },
  });
  return found.map(({ range, target = '' }) => `${document.text.getText(range)} -> ${target}`);
}

test('images lead to their pages, stages nowhere', async () => {
  const text = `# syntax=docker/dockerfile:1
ARG V=3.20
FROM alpine:$V AS base
FROM base
FROM $UNKNOWN
FROM scratch
COPY --from=nginx:1 /a /b
COPY --from=base /a /b
COPY --from=0 /a /b
COPY --from=99 /a /b
RUN --mount=from=ghcr.io/acme/tools,target=/x ls
ONBUILD COPY --from=quay.io/acme/x /a /b
`;
  expect(await links(text)).toEqual([
    'alpine:$V -> https://hub.docker.com/_/alpine',
    'nginx:1 -> https://hub.docker.com/_/nginx',
    'ghcr.io/acme/tools -> https://ghcr.io/acme/tools',
    'quay.io/acme/x -> https://quay.io/repository/acme/x',
    'docker/dockerfile:1 -> https://hub.docker.com/r/docker/dockerfile',
  ]);
});

test('sources lead to files that are there', async () => {
  const files = disk('/project/app/a b.txt', '/project/app/src/x.py', '/project/app/gone/y', '/project/secret');
  const text = `FROM scratch
COPY src/x.py /src/x.py src missing *.py $V /app/
ADD ["a b.txt", "https://example.com/x", "/"]
COPY <<EOF ../secret /x/
EOF
COPY --from=r.example/o src/x.py /
RUN --mount=type=bind,source=src/x.py,target=/x --mount=type=bind,from=r.example/o,source=src/x.py,target=/y ls
ONBUILD COPY src/x.py /
`;
  expect(await links(text, { files })).toEqual([
    'src/x.py -> file:///project/app/src/x.py',
    '/src/x.py -> file:///project/app/src/x.py',
    'a b.txt -> file:///project/app/a%20b.txt',
    'src/x.py -> file:///project/app/src/x.py',
  ]);
  expect(await links(text)).toEqual([]);
  expect(await links(text, { files, uri: 'untitled:Untitled-1' })).toEqual([]);
});

test('the context is where most of the sources are, and of two that are alike the one with the .dockerignore', async () => {
  const files = disk('/project/.dockerignore', '/project/x', '/project/app/x', '/project/app/y');
  const dockerignore = '/project/.dockerignore';
  expect(await links('FROM scratch\nCOPY x /\n', { files, dockerignore })).toEqual(['x -> file:///project/x']);
  expect(await links('FROM scratch\nCOPY x y /\n', { files, dockerignore })).toEqual([
    'x -> file:///project/app/x',
    'y -> file:///project/app/y',
  ]);
});
