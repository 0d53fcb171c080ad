import type { Container, Image } from '../../../client/src/engine/model.ts';
import type { TreeNode } from '../../../client/src/tree/node.ts';
import { openDesk, type Desk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

export interface Bench extends Desk {
  readonly engine: MemoryEngine;
  /** The containers' names and states, as the engine has them. */
  states(): Promise<Record<string, string>>;
}

/** A desk before an engine in memory that holds what `fill` puts in. */
export async function bench(fill: (engine: MemoryEngine) => void = () => {}): Promise<Bench> {
  const engine = new MemoryEngine();
  fill(engine);
  const desk = await openDesk(engine);
  return {
    ...desk,
    engine,
    states: async () =>
      Object.fromEntries((await engine.containers.list()).map(({ name, state }) => [name, state] as const)),
  };
}

export function containerRow({ store }: Desk, name: string): TreeNode & { kind: 'container' } {
  const container = [...store.containers.values()].find((candidate) => candidate.name === name);
  if (!container) throw new Error(`no container ${name}`);
  return { kind: 'container', id: container.id, container };
}

export function groupRow({ store }: Desk, project: string): TreeNode & { kind: 'containerGroup' } {
  const containers = [...store.containers.values()].filter(
    ({ labels }) => labels['com.docker.compose.project'] === project,
  );
  return { kind: 'containerGroup', id: `group ${project}`, project, containers };
}

export function imageRow({ store }: Desk, tag: string): TreeNode & { kind: 'image' } {
  const image = [...store.images.values()].find(({ tags, id }) => tags.includes(tag) || id === tag);
  if (!image) throw new Error(`no image ${tag}`);
  return { kind: 'image', id: `${image.id} ${tag}`, image, usedBy: [], ...(image.id === tag ? {} : { tag }) };
}

export function compose(project: string, service: string, dependsOn = ''): Pick<Container, 'name' | 'labels'> {
  return {
    name: `${project}-${service}-1`,
    labels: {
      'com.docker.compose.project': project,
      'com.docker.compose.service': service,
      'com.docker.compose.depends_on': dependsOn,
    },
  };
}

export type { Container, Image };
