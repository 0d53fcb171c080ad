import { expect, test } from 'vitest';
import { imagePage } from '../../../server/src/workspace/imagePage.ts';

test.each([
  ['nginx', 'https://hub.docker.com/_/nginx'],
  ['nginx:1.27@sha256:abc', 'https://hub.docker.com/_/nginx'],
  ['docker.io/library/nginx:1', 'https://hub.docker.com/_/nginx'],
  ['registry.hub.docker.com/library/nginx', 'https://hub.docker.com/_/nginx'],
  ['bitnami/redis@sha256:abc', 'https://hub.docker.com/r/bitnami/redis'],
  ['a/b/c', undefined],
  ['scratch', undefined],
  ['ghcr.io/org/repo/app:1', 'https://ghcr.io/org/repo/app'],
  ['ghcr.io/org', undefined],
  ['quay.io/org/app', 'https://quay.io/repository/org/app'],
  ['mcr.microsoft.com/dotnet/sdk:9.0', 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk'],
  ['gcr.io/distroless/static', 'https://gcr.io/distroless/static'],
  ['eu.gcr.io/p/i', 'https://eu.gcr.io/p/i'],
  [
    'europe-west1-docker.pkg.dev/proj/repo/team/app:1',
    'https://console.cloud.google.com/artifacts/docker/proj/europe-west1/repo/team%2Fapp',
  ],
  ['us-docker.pkg.dev/proj/repo', undefined],
  ['public.ecr.aws/docker/library/node:22', 'https://gallery.ecr.aws/docker/library/node'],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1',
    'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/123456789012/team/app?region=eu-west-1',
  ],
  [
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app',
    'https://cn-north-1.console.amazonaws.cn/ecr/repositories/private/123456789012/app?region=cn-north-1',
  ],
  ['registry.gitlab.com/group/project:1', 'https://gitlab.com/group/project/container_registry'],
  ['registry.gitlab.com/group/sub/project', 'https://gitlab.com/group/sub'],
  ['registry.k8s.io/pause:3', undefined],
  ['lscr.io/linuxserver/code-server', 'https://fleet.linuxserver.io/image?name=linuxserver/code-server'],
  ['localhost:5000/app', undefined],
  ['registry.example.com/app', undefined],
  ['evil.com/gcr.io/x', undefined],
  ['not an image', undefined],
  ['', undefined],
])('the page of %j', (image, page) => {
  expect(imagePage(image)).toBe(page);
});
