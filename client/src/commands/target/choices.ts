import type { Container } from '../../engine/model.ts';
import type { Store } from '../../store/store.ts';
import { containerFlags, groupFlags, imageFlags, portFlags } from '../../tree/flags.ts';
import type { TreeNode } from '../../tree/node.ts';
import { stateIcon } from '../../tree/nodes/containerState.ts';
import { viewOf } from '../../tree/nodes/index.ts';
import { networkRoots } from '../../tree/nodes/networks.ts';
import { shortId } from '../../tree/nodes/reference.ts';
import { volumeRoots } from '../../tree/nodes/volumes.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import type { Choice } from '../../ui/ui.ts';
import type { CommandServices, ImageTarget, PortTarget, TargetKind, Targets } from '../command.ts';
import { groupsOf } from '../group/group.ts';
import { containerName, imageName, usersOf } from '../names.ts';
import { composeFileChoices, dockerfileChoices } from './files.ts';

/** A thing that a command could be used on, as a picker shows it, with the flags that `when` asks for. */
export interface Candidate<T> {
  readonly choice: Choice<T>;
  readonly flags: readonly string[];
}

type Sources = {
  readonly [K in TargetKind]: (
    store: Store,
    services: CommandServices,
  ) => readonly Candidate<Targets[K]>[] | Promise<readonly Candidate<Targets[K]>[]>;
};

/** Everything of a kind that there is, in the order in which a picker lists it. */
export const candidates: Sources = {
  container: (store) => sortedContainers(store).map(containerCandidate),
  image: (store) => images(store),
  containerGroup: (store) =>
    groupsOf(store.containers.values()).map((group) => {
      const running = group.containers.filter(({ state }) => state === 'running').length;
      const description = `${running} of ${formatCount(group.containers.length, 'container')} running`;
      return {
        choice: { label: group.project, description, icon: 'layers', value: group },
        flags: groupFlags(group.containers),
      };
    }),
  port: (store) => sortedContainers(store).flatMap(ports),
  volume: ({ containers, volumes }) =>
    volumeRoots({ containers, volumes, usage: undefined }, { filter: '' }).map((node) =>
      rowCandidate(node, node.volume),
    ),
  network: ({ containers, networks }) =>
    networkRoots({ containers, networks }, { filter: '' }).map((node) => rowCandidate(node, node.network)),
  // These are parts of rows, offered on the row only.
  containerSet: () => [],
  mount: () => [],
  attachment: () => [],
  variable: () => [],
  section: () => [],
  context: () => [],
  service: () => [],
  swarmObject: () => [],
  remoteTag: () => [],
  dockerfile: async (_store, services) => (await dockerfileChoices(services)).map((choice) => ({ choice, flags: [] })),
  composeProject: async (_store, services) =>
    (await composeFileChoices(services)).map((choice) => ({ choice, flags: [] })),
};

/** As its row in the tree shows it. */
function rowCandidate<T>(node: TreeNode, value: T): Candidate<T> {
  const { label, description = '', icon, flags } = viewOf(node, 0);
  return { choice: { label, description, ...(icon ? { icon: icon.id } : {}), value }, flags };
}

function sortedContainers(store: Store): Container[] {
  const rank = ({ state }: Container): number => (state === 'running' ? 0 : 1);
  return [...store.containers.values()].sort(
    (a, b) => rank(a) - rank(b) || containerName(a).localeCompare(containerName(b)),
  );
}

function containerCandidate(container: Container): Candidate<Container> {
  return {
    choice: {
      label: containerName(container),
      description: container.image,
      detail: container.status,
      icon: stateIcon(container).id,
      value: container,
    },
    flags: containerFlags(container),
  };
}

/** A row per tag; an image without one is a row by itself. */
function images(store: Store): Candidate<ImageTarget>[] {
  const rows = [...store.images.values()].flatMap((image): ImageTarget[] =>
    image.tags.length === 0 ? [{ image }] : image.tags.map((tag) => ({ image, tag })),
  );
  rows.sort(
    (a, b) => Number(a.tag === undefined) - Number(b.tag === undefined) || imageName(a).localeCompare(imageName(b)),
  );
  return rows.map((target) => {
    const { image, tag } = target;
    const users = usersOf(image, store.containers.values());
    const used = users.length === 0 ? '' : ` • used by ${formatCount(users.length, 'container')}`;
    return {
      choice: {
        label: imageName(target),
        description: `${shortId(image.id)} • ${formatBytes(image.size)}${used}`,
        icon: image.dangling ? 'circle-slash' : 'package',
        value: target,
      },
      flags: imageFlags({ ...(tag === undefined ? {} : { tag }), dangling: image.dangling, used: users.length > 0 }),
    };
  });
}

function ports(container: Container): Candidate<PortTarget>[] {
  return container.ports.map((port) => ({
    choice: {
      label: `${port.hostPort ?? '—'} → ${port.containerPort}/${port.protocol}`,
      description: containerName(container),
      icon: 'plug',
      value: { container, port },
    },
    flags: portFlags(port),
  }));
}
