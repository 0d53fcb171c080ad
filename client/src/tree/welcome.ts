import { waysOut, type Hindrance, type WayOut } from '../ui/explain.ts';
import type { Welcome } from './presentation.ts';
import { freeViews, viewIds, type ViewId } from './viewOptions.ts';

/** What an empty view says, line by line; a line that is nothing but a link becomes a button. */
interface WelcomeText {
  readonly view: ViewId;
  readonly when: Exclude<Welcome, ''>;
  readonly lines: readonly string[];
}

const link = (text: string, { command }: Pick<WayOut, 'command'>): string => `[${text}](command:${command})`;
const button = (way: WayOut): string => link(way.title, way);

const elsewhere = `If it listens elsewhere, ${link('choose a context', waysOut.chooseContext)} or ${link('set its address', waysOut.setHost)}.`;
const another = `If another one is meant, ${link('choose a context', waysOut.chooseContext)} or ${link('set its address', waysOut.setHost)}.`;
const log = `${link('The log', waysOut.log)} says more.`;
const outside = 'What is made in a terminal, or by compose, appears here too, by itself.';
const itself = 'Gantry goes on trying: as soon as the engine answers, its containers are here.';

/** Why no engine can be reached: in one sentence, the step that is likely to mend it, and what else may help. */
const unreachable: Readonly<Record<Hindrance, { reason: string; step: WayOut; more: readonly string[] }>> = {
  'no-socket': { reason: 'No container engine was found.', step: waysOut.start, more: [elsewhere, itself] },
  refused: {
    reason: 'The container engine is not running: nothing answers at its address.',
    step: waysOut.start,
    more: [another, itself],
  },
  'no-permission': {
    reason: 'The container engine is there, but you may not open its socket.',
    step: waysOut.join,
    more: [another, itself],
  },
  tls: {
    reason: 'No trusted connection to the container engine: a certificate is missing, wrong or not trusted.',
    step: waysOut.retry,
    more: [log, another],
  },
  context: {
    reason: 'The Docker context is not there or cannot be read.',
    step: waysOut.chooseContext,
    more: [
      `It comes from the environment, from Docker’s configuration or from ${link('the settings', waysOut.settings)}.`,
      log,
    ],
  },
  lost: { reason: 'The connection to the container engine broke off.', step: waysOut.retry, more: [itself] },
  silent: {
    reason: 'The machine of the container engine does not answer.',
    step: waysOut.retry,
    more: [another, itself],
  },
  unauthorized: {
    reason: 'The container engine asks for credentials and refuses these.',
    step: waysOut.chooseContext,
    more: [log],
  },
  unsupported: {
    reason:
      'Gantry cannot talk to this container engine yet: it is reached over SSH, or has no version of the API in common.',
    step: waysOut.chooseContext,
    more: [log],
  },
  failed: {
    reason: 'What answers at this address does not behave as a container engine does.',
    step: waysOut.retry,
    more: [log, another],
  },
};

/** The whole story stands in the first view; the others have the reason and the step, in one line. */
const unreachableTexts = Object.entries(unreachable).flatMap(([when, { reason, step, more }]): WelcomeText[] =>
  viewIds
    .filter((view) => !freeViews.has(view))
    .map((view) => ({
      view,
      when: when as Hindrance,
      lines: view === 'gantry.containers' ? [reason, button(step), ...more] : [`${reason} ${button(step)}`],
    })),
);

/** What each view says when the engine has nothing for it. */
const empty: Readonly<Record<ViewId, readonly string[]>> = {
  'gantry.containers': [
    'There are no containers yet.',
    link('Run an image…', { command: 'gantry.image.run' }),
    outside,
  ],
  'gantry.images': [
    'There are no images yet.',
    link('Build an image…', { command: 'gantry.image.build' }),
    link('Pull an image…', { command: 'gantry.image.pull' }),
  ],
  'gantry.volumes': [
    'There are no volumes yet. A container that keeps data makes one when it is run: “name:/path” among its volumes.',
    link('Run an image…', { command: 'gantry.image.run' }),
    link('Create a volume…', { command: 'gantry.volumes.create' }),
  ],
  'gantry.networks': ['The engine has no networks.', button(waysOut.retry)],
  'gantry.contexts': [
    'There is no engine to choose.',
    link('Add a Docker context…', { command: 'gantry.contexts.add' }),
  ],
  'gantry.registries': ['No registry is known. Sign in to one with docker login.'],
  'gantry.swarm': ['This engine is no manager of a Swarm.', button(waysOut.retry)],
  'gantry.usage': ['The engine keeps nothing on its disk.', button(waysOut.retry)],
};

/** The views that have a filter. */
const filteredViews = ['gantry.containers', 'gantry.images', 'gantry.volumes', 'gantry.networks'] as const;
const nouns: Readonly<Record<(typeof filteredViews)[number], string>> = {
  'gantry.containers': 'container',
  'gantry.images': 'image',
  'gantry.volumes': 'volume',
  'gantry.networks': 'network',
};

/** All texts; package.json's `viewsWelcome` follows from them. */
export const welcomeTexts: readonly WelcomeText[] = [
  ...unreachableTexts,
  ...viewIds.map((view): WelcomeText => ({ view, when: 'empty', lines: empty[view] })),
  ...filteredViews.map((view): WelcomeText => ({
    view,
    when: 'filtered',
    lines: [
      `The filter lets no ${nouns[view]} through.`,
      link(`Show all ${nouns[view]}s`, { command: `${view}.clearFilter` }),
      `Or ${link('change the filter', { command: `${view}.filter` })}.`,
    ],
  })),
];
