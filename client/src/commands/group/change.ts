import type { Container } from '../../engine/model.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import type { CommandContext, ContainerGroup } from '../command.ts';
import { containerName } from '../names.ts';

export interface GroupChange extends Pick<Bulk<Container>, 'doing' | 'done' | 'run'> {
  /** Which containers it means. */
  readonly of: (container: Container) => boolean;
  /** What goes together; each wave waits for the one before. */
  readonly order: (containers: readonly Container[]) => readonly (readonly Container[])[];
}

/** Changes the containers of compose projects, wave by wave, and says in one message what did not work. */
export async function changeGroups(
  { ui }: CommandContext,
  groups: readonly ContainerGroup[],
  { of, order, ...change }: GroupChange,
): Promise<void> {
  const targets = groups.flatMap(({ containers }) => containers.filter(of));
  if (targets.length === 0) {
    const names = groups.map(({ project }) => project).join(', ');
    await ui.notify({ severity: 'info', text: `No container of ${names} has to be ${change.done}.` });
    return;
  }
  const bulk = { ui, targets, waves: order(targets), name: containerName, noun: 'container', ...change };
  await reportBulk(bulk, await forEach(bulk));
}
