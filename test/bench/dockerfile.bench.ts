import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compareServers } from './languageServer.ts';

/** A Dockerfile as people write them: stages, caches, long RUNs, here-documents. It ends in a half-typed instruction. */
function longDockerfile(count: number): string {
  const stage = (i: number): string => `
# Stage ${i} builds one of the services
FROM debian:12 AS service-${i}
ARG VERSION=1.${i}
ARG TARGETARCH
ENV SERVICE=service-${i} \\
    SERVICE_HOME=/srv/service-${i}
WORKDIR /srv/service-${i}
# Build dependencies
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt,sharing=locked \\
    apt-get update && \\
    apt-get install -y --no-install-recommends \\
      build-essential=12.* \\
      ca-certificates \\
      curl=7.88.* \\
    && rm -rf /tmp/*
COPY --link service-${i}/package.json service-${i}/package-lock.json ./
COPY --link --chown=1000:1000 service-${i}/src ./src
RUN set -eu; \\
    if [ "$TARGETARCH" = arm64 ]; then \\
      curl -fsSL "https://example.com/$VERSION/arm64.tar.gz" | tar -xz; \\
    else \\
      curl -fsSL "https://example.com/$VERSION/amd64.tar.gz" | tar -xz; \\
    fi
RUN <<EOF
set -e
make -j"$(nproc)" all
make install DESTDIR=/out
EOF
EXPOSE ${8000 + i}
HEALTHCHECK --interval=30s --timeout=3s CMD curl -f http://localhost:${8000 + i}/ || exit 1
USER 1000
CMD ["/srv/service-${i}/run", "--port", "${8000 + i}"]
`;
  const text = `# syntax=docker/dockerfile:1\n${Array.from({ length: Math.ceil(count / 34) }, (_, i) => stage(i)).join('')}`;
  return `${text
    .split('\n')
    .slice(0, count - 1)
    .join('\n')}\nEX\n`;
}

const peer = createRequire(import.meta.url).resolve('dockerfile-language-server-nodejs/package.json');

for (const { count, rounds } of [
  { count: 500, rounds: 60 },
  { count: 5_000, rounds: 20 },
]) {
  const text = longDockerfile(count);
  const lines = text.split('\n');
  const typed = lines.findIndex((line, i) => i > count / 2 && line.includes('build-essential'));
  const hovered = lines.findIndex((line, i) => i > count / 2 && line.startsWith('EXPOSE'));
  await compareServers(
    `A Dockerfile of ${lines.length - 1} lines`,
    [
      { name: 'gantry', script: resolve(import.meta.dirname, '../../dist/server.cjs'), args: ['--stdio'] },
      { name: 'dockerfile-language-server', script: join(dirname(peer), 'bin/docker-langserver'), args: ['--stdio'] },
    ],
    {
      rounds,
      sample: { uri: 'file:///bench/Dockerfile', languageId: 'dockerfile', text },
      places: {
        edit: { line: typed, from: 6, texts: ['build-essentiel', 'build-essential'] },
        completion: { line: lines.length - 2, character: 2 },
        hover: { line: hovered, character: 3 },
        tokens: true,
      },
    },
  );
}
