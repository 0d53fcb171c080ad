import { EngineError } from '../../engine/error.ts';
import type { ContainerOperations } from '../../engine/engine.ts';
import type { Container } from '../../engine/model.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk, type Bulk } from '../bulk.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { containerName } from '../names.ts';

export const removeContainer = defineCommand({
  id: 'gantry.container.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'container',
  many: true,
  placement: { inline: { position: 9, when: ['created', 'exited', 'dead'] }, menu: '9_remove@1' },
  run: removeContainers,
});

/** Asks, and removes: what runs only when that is said in so many words, and never by force. */
export async function removeContainers(context: CommandContext, targets: readonly Container[]): Promise<void> {
  const plan = await askWhat(context, targets);
  if (!plan) return;
  const { ui, engine } = context;
  const bulk: Bulk<Container> = {
    ui,
    targets: plan.targets,
    name: containerName,
    noun: 'container',
    doing: 'Removing',
    done: 'removed',
    run: (container) => stopAndRemove(engine.containers, container, plan),
  };
  const result = await forEach(bulk);
  const summary = targets.length > 1 ? `Removed ${ofTotal(result.done.length, targets.length)}.` : undefined;
  await reportBulk(bulk, result, summary);
}

interface Plan {
  readonly targets: readonly Container[];
  readonly removeAnonymousVolumes: boolean;
}

async function askWhat({ ui }: CommandContext, targets: readonly Container[]): Promise<Plan | undefined> {
  const active = targets.filter(isActive);
  const idle = targets.filter((container) => !isActive(container));
  const verb = active.length > 0 ? 'Stop and remove' : 'Remove';
  const everything = targets.length > 1 ? `${verb} all ${targets.length}` : verb;
  const withVolumes = `${everything}, with anonymous volumes`;
  const onlyIdle = `Remove only the ${idle.length} not running`;
  const volumes = targets.reduce((sum, container) => sum + anonymousVolumes(container), 0);
  const pressed = await ui.ask({
    message: question(targets, active),
    detail: detail(targets, volumes),
    actions: [
      everything,
      ...(active.length > 0 && idle.length > 0 ? [onlyIdle] : []),
      ...(volumes > 0 ? [withVolumes] : []),
    ],
  });
  if (pressed === undefined) return undefined;
  return { targets: pressed === onlyIdle ? idle : targets, removeAnonymousVolumes: pressed === withVolumes };
}

function question(targets: readonly Container[], active: readonly Container[]): string {
  const [only] = targets;
  if (only && targets.length === 1) {
    const name = containerName(only);
    return active.length > 0 ? `${name} is ${only.state}. Stop and remove it?` : `Remove ${name}?`;
  }
  if (active.length === 0) return `Remove ${formatCount(targets.length, 'container')}?`;
  const names = formatNames(active.map(containerName));
  return `${active.length} of ${targets.length} containers ${active.length === 1 ? 'is' : 'are'} running: ${names}.`;
}

function detail(targets: readonly Container[], volumes: number): string {
  const names = targets.length > 1 ? `${formatNames(targets.map(containerName), 10)}. ` : '';
  const data = 'What was written into it and not into a volume is gone then.';
  const anonymous =
    volumes === 0
      ? ''
      : ` ${formatCount(volumes, 'anonymous volume')} stay${volumes === 1 ? 's' : ''} unless you say so.`;
  return `${names}${targets.length > 1 ? data.replace(' it ', ' them ') : data}${anonymous}`;
}

function isActive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

/** Volumes that the engine named itself, by 64 hexadecimal digits. */
function anonymousVolumes({ mounts }: Container): number {
  return mounts.filter(({ type, name }) => type === 'volume' && /^[0-9a-f]{64}$/u.test(name ?? '')).length;
}

async function stopAndRemove(
  containers: ContainerOperations,
  container: Container,
  { removeAnonymousVolumes }: Plan,
): Promise<void> {
  try {
    if (isActive(container)) await containers.stop(container.id);
    await containers.remove(container.id, { removeAnonymousVolumes });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** One that was run with `--rm` goes by itself when it has stopped. */
function isGone(error: unknown): boolean {
  if (!(error instanceof EngineError)) return false;
  return error.kind === 'not-found' || (error.kind === 'conflict' && /already in progress/iu.test(error.message));
}

function ofTotal(done: number, total: number): string {
  return done === total ? formatCount(done, 'container') : `${done} of ${formatCount(total, 'container')}`;
}
