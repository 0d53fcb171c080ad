import type { Container } from '../../engine/model.ts';
import { stateIcon } from '../../tree/nodes/containerState.ts';
import { formatBytes, formatCount } from '../../ui/format.ts';
import type { Choice } from '../../ui/ui.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { removeContainers } from '../container/remove.ts';
import { containerName } from '../names.ts';
import { fitsPattern, parsePattern } from './pattern.ts';

export const removeContainersByPattern = defineCommand({
  id: 'gantry.containers.removeByPattern',
  title: 'Remove containers by pattern…',
  icon: 'regex',
  placement: { title: { views: ['gantry.containers'], group: '2_prune@2' } },
  async run(context) {
    const { engine, store, ui } = context;
    await store.ready();
    if (store.containers.size === 0) {
      await ui.notify({ severity: 'info', text: 'There is no container.' });
      return;
    }
    const dismissed = new AbortController();
    let sizes: ReadonlyMap<string, number> = new Map();
    const measured = engine.containers.sizes([...store.containers.keys()], dismissed.signal).then(
      (known) => void (sizes = known),
      () => {},
    );
    try {
      const chosen = await ui.pickMatching<Container>({
        title: 'Remove containers by pattern',
        placeholder: 'web-*   image:redis:*   label:com.example=*   id:3f2   state:exited   /^web-\\d+$/',
        match: (text) => {
          const pattern = parsePattern(text);
          if (typeof pattern === 'string') return pattern;
          return [...store.containers.values()]
            .filter((container) => fitsPattern(pattern, textsOf(container)))
            .sort((a, b) => containerName(a).localeCompare(containerName(b)))
            .map((container) => choiceOf(container, sizes.get(container.id)));
        },
        renewed: measured,
        summary,
      });
      if (!chosen) return;
      await remove(context, chosen);
    } finally {
      dismissed.abort();
    }
  },
});

async function remove(context: CommandContext, chosen: readonly Container[]): Promise<void> {
  const now = chosen.map(({ id }) => context.store.containers.get(id)).filter((container) => container !== undefined);
  if (now.length > 0) await removeContainers(context, now);
  else await context.ui.notify({ severity: 'info', text: 'No container was selected; nothing was removed.' });
}

function textsOf({ id, name, image, imageId, labels, state, status }: Container) {
  return {
    name: [name],
    image: [image, imageId],
    id: [id],
    state: [state, status],
    label: Object.entries(labels).flatMap(([key, value]) => [key, `${key}=${value}`]),
  };
}

function choiceOf(container: Container, bytes: number | undefined): Choice<Container> {
  const size = bytes === undefined ? [] : [`${formatBytes(bytes)} written`];
  return {
    label: containerName(container),
    description: [container.status || container.state, ...size].join(' • '),
    detail: container.image,
    icon: stateIcon(container).id,
    value: container,
  };
}

function summary(selected: readonly Container[]): string {
  const running = selected.filter(({ state }) => state === 'running' || state === 'paused' || state === 'restarting');
  const active = running.length === 0 ? '' : `, ${running.length} of them running`;
  return `${formatCount(selected.length, 'container')} selected${active}`;
}
