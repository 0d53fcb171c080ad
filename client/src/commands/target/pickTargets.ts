import type { CommandContext, TargetCommand, TargetKind, Targets } from '../command.ts';
import { withoutEllipsis } from '../names.ts';
import { candidates } from './choices.ts';
import { fits, oneOf } from './fits.ts';

interface Nothing {
  readonly one: string;
  readonly many: string;
  /** What to do when there is none at all: a title and a command. */
  readonly ways: readonly (readonly [string, string])[];
}

const nothing: Readonly<Record<TargetKind, Nothing>> = {
  container: { one: 'container', many: 'containers', ways: [['Run an image…', 'gantry.image.run']] },
  containerGroup: { one: 'compose project', many: 'compose projects', ways: [] },
  image: {
    one: 'image',
    many: 'images',
    ways: [
      ['Build image…', 'gantry.image.build'],
      ['Pull image…', 'gantry.image.pull'],
    ],
  },
  port: { one: 'port', many: 'ports', ways: [] },
  volume: { one: 'volume', many: 'volumes', ways: [] },
  network: { one: 'network', many: 'networks', ways: [] },
  containerSet: { one: 'group', many: 'groups', ways: [] },
  mount: { one: 'mount', many: 'mounts', ways: [] },
  attachment: { one: 'network', many: 'networks', ways: [] },
  variable: { one: 'variable', many: 'variables', ways: [] },
  section: { one: 'list', many: 'lists', ways: [] },
  remoteTag: { one: 'tag', many: 'tags', ways: [] },
  service: { one: 'service', many: 'services', ways: [] },
  swarmObject: { one: 'secret or config', many: 'secrets and configs', ways: [] },
  context: { one: 'context', many: 'contexts', ways: [] },
  dockerfile: { one: 'Dockerfile', many: 'Dockerfiles', ways: [] },
  composeProject: { one: 'compose file', many: 'compose files', ways: [] },
};

/** Kinds that are found without an engine. */
const files: ReadonlySet<TargetKind> = new Set(['dockerfile', 'composeProject']);

/** Asks what a command is to be used on. Where nothing fits it says so, and what can be done. */
export async function pickTargets<K extends TargetKind>(
  command: TargetCommand<K>,
  { store, services, ui }: CommandContext,
): Promise<readonly Targets[K][] | undefined> {
  const active = command.on === 'composeProject' ? services.activeComposeFile() : undefined;
  // Whoever works in a compose file means that one.
  if (active !== undefined) return [{ path: active } as Targets[K]];
  if (!files.has(command.on)) await store.ready();
  const all = await candidates[command.on](store, services);
  const fitting = all.filter(({ flags }) => fits(command, flags)).map(({ choice }) => choice);
  const words = nothing[command.on];
  if (fitting.length === 0) {
    const actions = all.length === 0 ? words.ways.map(([title]) => title) : [];
    const text = all.length === 0 ? emptyText(command.on) : unfitText(words, { count: all.length, when: command.when });
    const pressed = await ui.notify({ severity: 'info', text, actions });
    const way = words.ways.find(([title]) => title === pressed);
    if (way) await ui.run(way[1]);
    return undefined;
  }
  const title = withoutEllipsis(command.title);
  if (command.many) {
    return await ui.pickMany({ title, placeholder: `Which ${words.many}?`, choices: fitting });
  }
  const picked = await ui.pick({ title, placeholder: `Which ${words.one}?`, choices: fitting });
  return picked === undefined ? undefined : [picked];
}

function emptyText(kind: TargetKind): string {
  switch (kind) {
    case 'dockerfile':
      return 'No Dockerfile was found in the folders that are open. Open the folder that holds it.';
    case 'composeProject':
      return 'No compose file was found in the folders that are open. Open the folder that holds it.';
    case 'containerGroup':
      return 'There is no compose project with containers.';
    case 'container':
    case 'image':
    case 'port':
    case 'volume':
    case 'network':
    case 'containerSet':
    case 'mount':
    case 'attachment':
    case 'variable':
    case 'section':
    case 'context':
    case 'service':
    case 'swarmObject':
    case 'remoteTag':
      return `There are no ${nothing[kind].many} yet.`;
  }
}

function unfitText(
  { one }: Nothing,
  { count, when = [] }: { count: number; when: readonly string[] | undefined },
): string {
  if (count === 1) return `The only ${one} is not ${oneOf(when)}.`;
  return `None of the ${count} ${one}s is ${oneOf(when)}.`;
}
