import type { Container } from '../../engine/model.ts';
import { serviceOf } from '../../tree/nodes/compose.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { containerName } from '../names.ts';
import { containersOf, type OpenProject } from './project.ts';
import { allProfiles, prepare, runCompose, whatOf } from './run.ts';

export const composeDown = defineCommand({
  id: 'gantry.compose.down',
  title: 'Compose down…',
  icon: 'debug-stop',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { menu: '0_compose@3', editor: '2_gantry@3', editorTitle: '2_gantry@3' },
  async run(context, [target]) {
    const ready = await prepare(context, target);
    if (!ready) return;
    const { project } = ready;
    const goes = await whatGoes(context, project);
    if (goes.containers.length + goes.networks.length + goes.volumes.length === 0) {
      const text = `There is nothing of ${whatOf(project)} to take down.`;
      await context.ui.notify({ severity: 'info', text });
      return;
    }
    const answer = await ask(context, { project, goes });
    if (answer === undefined) return;
    await runCompose(context, ready, { command: commandOf(project, answer), profiles: allProfiles(project) });
  },
});

/** What the engine holds of a project, by the labels that Compose gives. */
interface Leaving {
  readonly containers: readonly Container[];
  /** Names. Of a whole project only: services share them. */
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

type Answer = 'down' | 'with volumes';

async function whatGoes(context: CommandContext, project: OpenProject): Promise<Leaving> {
  const { engine, store, ui } = context;
  await store.ready();
  const { name, services } = project;
  const containers = containersOf(context, name);
  if (services.length > 0) {
    const own = containers.filter((container) => services.includes(serviceOf(container) ?? ''));
    return { containers: own, networks: [], volumes: [] };
  }
  const [networks, volumes] = await ui.progress(
    { title: `Looking what ${name} consists of`, cancellable: true, where: 'window' },
    async (_report, signal) => await Promise.all([engine.networks.list(signal), engine.volumes.list(signal)]),
  );
  const isOf = ({ labels }: { readonly labels: Container['labels'] }): boolean =>
    labels['com.docker.compose.project'] === name;
  const names = (things: readonly { readonly name: string; readonly labels: Container['labels'] }[]): string[] =>
    things.filter(isOf).map((thing) => thing.name);
  return { containers, networks: names(networks), volumes: names(volumes) };
}

async function ask(
  { ui }: CommandContext,
  { project, goes }: { readonly project: OpenProject; readonly goes: Leaving },
): Promise<Answer | undefined> {
  const { containers, networks, volumes } = goes;
  const down = project.services.length > 0 ? 'Stop and remove' : 'Take down';
  const withVolumes = `Take down and delete ${formatCount(volumes.length, 'volume')}`;
  const pressed = await ui.ask({
    message: project.services.length > 0 ? `Stop and remove ${whatOf(project)}?` : `Take ${project.name} down?`,
    detail: [
      line(
        'container',
        containers.map((container) => `${containerName(container)} (${container.state})`),
        '',
      ),
      line('network', networks, ''),
      line('volume', volumes, ' with what is in it; kept unless you say so'),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    actions: volumes.length > 0 ? [down, withVolumes] : [down],
  });
  if (pressed === undefined) return undefined;
  return pressed === withVolumes ? 'with volumes' : 'down';
}

/** `2 containers: tide-web-1 (running) and tide-db-1 (exited)`; empty without any. */
function line(noun: string, names: readonly string[], more: string): string {
  return names.length === 0 ? '' : `${formatCount(names.length, noun)}${more}: ${formatNames(names, 12)}`;
}

/** Compose's `down` is for whole projects; of single services the containers are stopped and removed. */
function commandOf({ services }: OpenProject, answer: Answer): string[] {
  if (services.length > 0) return ['rm', '--stop', '--force'];
  return ['down', ...(answer === 'with volumes' ? ['--volumes'] : [])];
}
