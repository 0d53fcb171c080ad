import type { Container } from '../../engine/model.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import type { CommandContext } from '../command.ts';
import { containerName } from '../names.ts';

/** Changes the state of containers, several at a time, and says what did not work. */
export async function changeContainers(
  { ui }: CommandContext,
  targets: readonly Container[],
  change: Pick<Bulk<Container>, 'doing' | 'done' | 'run'>,
): Promise<void> {
  const bulk: Bulk<Container> = { ui, targets, name: containerName, noun: 'container', ...change };
  await reportBulk(bulk, await forEach(bulk));
}
