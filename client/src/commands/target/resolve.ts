import type { RemoteState, TreeNode, TreeRow } from '../../tree/node.ts';
import {
  attachmentFlags,
  containerFlags,
  contextFlags,
  groupFlags,
  imageFlags,
  mountFlags,
  networkFlags,
  portFlags,
  serviceFlags,
  variableFlags,
  volumeFlags,
} from '../../tree/flags.ts';
import { projectOf, serviceOf } from '../../tree/nodes/compose.ts';
import { questionOf } from '../../tree/nodes/index.ts';
import { usersOfNetwork, usersOfVolume } from '../../tree/nodes/users.ts';
import type { Store } from '../../store/store.ts';
import type { Ui } from '../../ui/ui.ts';
import type { CommandContext, TargetCommand, TargetKind, Targets } from '../command.ts';
import { usersOf, withoutEllipsis } from '../names.ts';
import { fits, oneOf } from './fits.ts';
import { pickTargets } from './pickTargets.ts';

/** A file as the editor hands it to a command. */
interface FileUri {
  readonly scheme: string;
  readonly fsPath: string;
  /** Where a stage of it was clicked. */
  readonly stage?: string;
  /** Where some services of it are meant. */
  readonly services?: readonly string[];
}

/**
 * What a command is to be used on: the rows that were right-clicked (VS Code hands over the row and the selection it is
 * part of) or the file, else what is picked. Empty when nothing fits; `undefined` when the picker was dismissed.
 */
export async function resolveTargets<K extends TargetKind>(
  command: TargetCommand<K>,
  context: CommandContext,
  args: readonly unknown[],
): Promise<readonly Targets[K][] | undefined> {
  if (args.every((arg) => arg === undefined || arg === null)) return await pickTargets(command, context);
  const given = nodesOf(args);
  const targets = given.flatMap((node) => targetsOf(command.on, node, context));
  const fitting = targets.filter(({ flags }) => fits(command, flags)).map(({ target }) => target);
  const [unfit] = targets;
  if (fitting.length === 0 && unfit) await sayUnfit(command, { ui: context.ui, flags: unfit.flags });
  return command.many ? fitting : fitting.slice(0, 1);
}

/** The row has changed between the look at it and the click, say. */
async function sayUnfit(
  { title, when = [] }: TargetCommand<TargetKind>,
  { ui, flags }: { ui: Ui; flags: readonly string[] },
): Promise<void> {
  const now = flags.length === 0 ? '' : ` It is ${flags[0] ?? ''} now.`;
  await ui.notify({ severity: 'info', text: `“${withoutEllipsis(title)}” is for what is ${oneOf(when)}.${now}` });
}

type Given = TreeNode | FileUri;

function nodesOf([clicked, selected]: readonly unknown[]): Given[] {
  const list: readonly unknown[] = Array.isArray(selected) && selected.includes(clicked) ? selected : [clicked];
  return list.flatMap((item) => {
    const given = givenOf(item);
    return given ? [given] : [];
  });
}

function givenOf(item: unknown): Given | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  if ('node' in item) return (item as TreeRow).node;
  return 'kind' in item || 'fsPath' in item ? (item as Given) : undefined;
}

interface Flagged<T> {
  readonly target: T;
  readonly flags: readonly string[];
}

/** What a row means to a command on this kind, in its newest shape. A row of another kind means nothing. */
function targetsOf<K extends TargetKind>(kind: K, given: Given, context: Shown): Flagged<Targets[K]>[] {
  const found = flaggedTargets(given, context);
  return found.filter((candidate): candidate is typeof candidate & { kind: K } => candidate.kind === kind) as never;
}

type AnyTarget = { [K in TargetKind]: Flagged<Targets[K]> & { readonly kind: K } }[TargetKind];

type Shown = Pick<CommandContext, 'store' | 'rows'>;

function flaggedTargets(given: Given, { rows, store }: Shown): AnyTarget[] {
  if ('fsPath' in given) {
    const { scheme, fsPath: path, stage, services } = given;
    if (scheme !== 'file') return [];
    return [
      { kind: 'dockerfile', target: { path, ...(stage === undefined ? {} : { stage }) }, flags: [] },
      { kind: 'composeProject', target: { path, ...(services === undefined ? {} : { services }) }, flags: [] },
    ];
  }
  switch (given.kind) {
    case 'container': {
      const container = store.containers.get(given.container.id) ?? given.container;
      return [containerTarget(container), ...serviceTarget(container, store)];
    }
    case 'containerGroup': {
      const containers = given.containers.map((container) => store.containers.get(container.id) ?? container);
      return [
        { kind: 'containerGroup', target: { project: given.project, containers }, flags: groupFlags(containers) },
        { kind: 'composeProject', target: { project: given.project, containers }, flags: groupFlags(containers) },
        ...containers.map(containerTarget),
      ];
    }
    case 'port': {
      const { container, port } = given;
      return [{ kind: 'port', target: { container, port }, flags: portFlags(port) }];
    }
    case 'image': {
      const image = store.images.get(given.image.id) ?? given.image;
      const target = { image, ...(given.tag === undefined ? {} : { tag: given.tag }) };
      return [imageTarget(target, { store, ...(given.remote ? { remote: given.remote } : {}) })];
    }
    case 'imageGroup':
      return given.images.flatMap((image) =>
        image.tags
          .filter((tag) => tag.startsWith(`${given.repository}:`))
          .map((tag) => imageTarget({ image, tag }, { store })),
      );
    case 'volume': {
      const volume = store.volumes.get(given.volume.name) ?? given.volume;
      const flags = volumeFlags(volume, usersOfVolume(volume, store.containers.values()));
      return [{ kind: 'volume', target: volume, flags }];
    }
    case 'network': {
      const network = store.networks.get(given.network.id) ?? given.network;
      const flags = networkFlags(network, usersOfNetwork(network, store.containers.values()));
      return [{ kind: 'network', target: network, flags }];
    }
    case 'containerSet': {
      const containers = given.containers.map((container) => store.containers.get(container.id) ?? container);
      const target = { name: given.name, containers };
      return [{ kind: 'containerSet', target, flags: groupFlags(containers) }, ...containers.map(containerTarget)];
    }
    case 'mount':
      return [
        { kind: 'mount', target: { container: given.container, mount: given.mount }, flags: mountFlags(given.mount) },
      ];
    case 'attachment': {
      const { container, network } = given;
      return [{ kind: 'attachment', target: { container, network }, flags: attachmentFlags(network) }];
    }
    case 'variable': {
      const { id: row, name, value } = given;
      return [{ kind: 'variable', target: { row, name, value }, flags: variableFlags(given, rows.reveals.has(row)) }];
    }
    case 'section':
    case 'imageSection':
    case 'notice': {
      const question = given.kind === 'notice' ? given.question : questionOf(given);
      return question ? [{ kind: 'section', target: question, flags: [] }] : [];
    }
    case 'context':
      return [{ kind: 'context', target: given.context, flags: contextFlags(given.context) }];
    case 'service':
      return [{ kind: 'service', target: given.service, flags: serviceFlags(given.service) }];
    case 'swarmObject':
      return [{ kind: 'swarmObject', target: given.object, flags: [given.object.type] }];
    case 'remoteTag':
      return [{ kind: 'remoteTag', target: { reference: given.reference }, flags: [] }];
    case 'registry':
    case 'repository': {
      const question = questionOf(given);
      return question ? [{ kind: 'section', target: question, flags: [] }] : [];
    }
    case 'swarmGroup':
    case 'swarmNode':
    case 'task':
    case 'usageGroup':
    case 'cache':
    case 'layer':
    case 'platform':
    case 'probe':
    case 'process':
      return [];
  }
}

/** The service that a container runs, in its compose project. */
function serviceTarget(container: Targets['container'], store: Store): AnyTarget[] {
  const project = projectOf(container);
  const service = serviceOf(container);
  if (project === undefined || service === undefined) return [];
  const containers = [...store.containers.values()].filter((other) => projectOf(other) === project);
  const target = { project, containers, services: [service] };
  return [{ kind: 'composeProject', target, flags: groupFlags(containers) }];
}

function containerTarget(container: Targets['container']): AnyTarget {
  return { kind: 'container', target: container, flags: containerFlags(container) };
}

function imageTarget(
  target: Targets['image'],
  { store, remote }: { readonly store: Store; readonly remote?: RemoteState },
): AnyTarget {
  const used = usersOf(target.image, store.containers.values()).length > 0;
  const tag = target.tag === undefined ? {} : { tag: target.tag };
  return {
    kind: 'image',
    target,
    flags: imageFlags({ ...tag, dangling: target.image.dangling, used, ...(remote ? { remote } : {}) }),
  };
}
