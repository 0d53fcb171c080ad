import type { Container } from '../../engine/model.ts';
import { projectOf, serviceOf } from '../../tree/nodes/compose.ts';
import type { ContainerGroup } from '../command.ts';

const dependsOnLabel = 'com.docker.compose.depends_on';

/** The compose projects, by name. */
export function groupsOf(containers: Iterable<Container>): ContainerGroup[] {
  const projects = new Map<string, Container[]>();
  for (const container of containers) {
    const project = projectOf(container);
    if (project === undefined) continue;
    const known = projects.get(project);
    if (known) known.push(container);
    else projects.set(project, [container]);
  }
  return [...projects]
    .map(([project, members]) => ({ project, containers: members }))
    .sort((a, b) => a.project.localeCompare(b.project));
}

/**
 * A project's containers in waves: each wave needs only what is in the ones before it, as compose noted it in the label
 * `depends_on` (`db:service_started:false,cache:service_healthy:true`). A cycle ends up in one wave.
 */
export function startOrder(containers: readonly Container[]): Container[][] {
  const services = new Set(containers.map(nodeOf));
  const waves: Container[][] = [];
  const started = new Set<string>();
  let left = [...containers];
  while (left.length > 0) {
    const free = left.filter((container) =>
      dependencies(container).every((service) => started.has(service) || !services.has(service)),
    );
    const wave = free.length > 0 ? free : left;
    waves.push(wave);
    for (const container of wave) started.add(nodeOf(container));
    left = left.filter((container) => !wave.includes(container));
  }
  return waves;
}

function nodeOf(container: Container): string {
  return serviceOf(container) ?? container.name;
}

function dependencies({ labels }: Container): string[] {
  return (labels[dependsOnLabel] ?? '')
    .split(',')
    .map((entry) => entry.split(':')[0]?.trim() ?? '')
    .filter((service) => service !== '');
}
