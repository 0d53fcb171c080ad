import type { Container } from '../../engine/model.ts';

const projectLabel = 'com.docker.compose.project';
const serviceLabel = 'com.docker.compose.service';

/** The compose project that a container is part of. */
export function projectOf({ labels }: Pick<Container, 'labels'>): string | undefined {
  return labels[projectLabel] || undefined;
}

/** The service of its compose project that a container runs. */
export function serviceOf({ labels }: Pick<Container, 'labels'>): string | undefined {
  return labels[serviceLabel] || undefined;
}
