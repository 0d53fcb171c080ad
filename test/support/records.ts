import type { Container, Image } from '../../client/src/engine/model.ts';

const hour = 3_600_000;
/** The time of all records of tests. */
export const now = Date.UTC(2026, 0, 1, 12);

/** A running container with nothing special about it, but for what is given. */
export function aContainer(given: Partial<Container> = {}): Container {
  const name = given.name ?? 'web';
  return {
    id: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
    name,
    image: 'busybox:latest',
    imageId: `sha256:${'a'.repeat(64)}`,
    command: 'sleep 1000',
    createdAt: now - 2 * hour,
    state: 'running',
    status: 'Up 2 hours',
    since: now - 2 * hour,
    health: 'none',
    ports: [],
    mounts: [],
    networks: [],
    labels: {},
    ...given,
  };
}

/** An image with nothing special about it, but for what is given. */
export function anImage(given: Partial<Image> = {}): Image {
  const { tags = [], digests = [] } = given;
  return {
    id: `sha256:${'a'.repeat(64)}`,
    tags,
    digests,
    createdAt: now - 50 * hour,
    size: 4_260_000,
    labels: {},
    dangling: tags.length + digests.length === 0,
    ...given,
  };
}

/** The labels by which compose marks its containers. */
export function composeLabels(project: string, service: string): Readonly<Record<string, string>> {
  return { 'com.docker.compose.project': project, 'com.docker.compose.service': service };
}
