import type { Container } from '../../engine/model.ts';

const projectLabel = 'com.docker.compose.project';
const serviceLabel = 'com.docker.compose.service';

/** The compose project that a container is part of. */
export function projectOf({ labels }: Pick<Container, 'labels'>): string | undefined {
  return labels[projectLabel] || undefined;
}

/** The Swarm stack that a container is part of. */
export function stackOf({ labels }: Pick<Container, 'labels'>): string | undefined {
  return labels['com.docker.stack.namespace'] || undefined;
}

/** Where a container comes from on the machine that made it, as far as compose, Dev Containers and its mounts tell. */
export function originsOf({ labels, mounts }: Pick<Container, 'labels' | 'mounts'>): string[] {
  const marked: (string | undefined)[] = [
    labels['com.docker.compose.project.working_dir'],
    labels['devcontainer.local_folder'],
  ];
  const bound = mounts.filter(({ type }) => type === 'bind').map(({ source }) => source);
  return [...marked, ...bound].filter((path): path is string => path !== undefined && path !== '');
}

/** The service of its compose project that a container runs. */
export function serviceOf({ labels }: Pick<Container, 'labels'>): string | undefined {
  return labels[serviceLabel] || undefined;
}
