import type { Endpoint } from '../engine/engine.ts';
import type { Part, StoreState } from '../store/store.ts';
import { hindrance, type Hindrance } from '../ui/explain.ts';
import type { ViewChoice } from './viewChoice.ts';
import type { ViewId } from './viewOptions.ts';

/** Why a view is empty; the views' welcome texts are made for these (see `welcome.ts`). */
export type Welcome = '' | 'empty' | 'filtered' | Hindrance;

/** What a view shows around its rows. */
export interface Presentation {
  /** Whether the rows are shown at all. */
  readonly rows: boolean;
  /** Above the rows; without one VS Code shows the welcome text when there are no rows. */
  readonly message: string;
  /** Beside the title: which engine, when it is not the usual one, and what is filtered. */
  readonly description: string;
  readonly welcome: Welcome;
}

export interface PresentationInput {
  readonly view: ViewId;
  /** `free`: the view needs no engine. */
  readonly state: StoreState | { readonly kind: 'free' };
  /** The engine has been away for longer than a hiccup. */
  readonly away: boolean;
  readonly choice: ViewChoice;
  /** What there is, and how much of it the choice lets through. */
  readonly total: number;
  readonly shown: number;
  /** What the view says of its rows as a whole; empty for most. */
  readonly note: string;
}

/** Says how a view looks in a state of the store. */
export function present(input: PresentationInput): Presentation {
  const { state, choice, away, view } = input;
  // Said once is enough: the first view names the engine for all.
  const names = view === 'gantry.containers';
  if (state.kind === 'unreachable' && away) {
    const description = state.endpoint && names ? fullName(state.endpoint) : '';
    return { rows: false, message: '', description, welcome: hindrance(state.error) };
  }
  const engine = !names || state.kind === 'idle' || state.kind === 'free' ? '' : engineName(state.endpoint);
  const description = [engine, ...choiceText(choice)].filter((part) => part !== '').join(' · ');
  if (state.kind === 'unreachable')
    return { rows: true, message: 'The engine is away. Reconnecting…', description, welcome: '' };
  const message = failureText(input) || (state.kind === 'live' || state.kind === 'free' ? input.note : '');
  return { rows: true, message, description, welcome: emptiness(input) };
}

function emptiness({ state, total, shown }: PresentationInput): Welcome {
  if ((state.kind !== 'live' && state.kind !== 'free') || shown > 0) return '';
  return total === 0 ? 'empty' : 'filtered';
}

function failureText({ state, view }: PresentationInput): string {
  if (state.kind !== 'live') return '';
  const part = listed[view];
  const failure = part && state.failures[part];
  return failure ? `The engine could not list its ${part}: ${failure.message}` : '';
}

/** The other views show what was asked for, and say in a row what was wrong with that. */
const listed: Partial<Readonly<Record<ViewId, Part>>> = {
  'gantry.containers': 'containers',
  'gantry.images': 'images',
  'gantry.volumes': 'volumes',
  'gantry.networks': 'networks',
};

function choiceText({ filter, label, network, runningOnly, workspaceOnly }: ViewChoice): string[] {
  return [
    runningOnly ? 'running' : '',
    workspaceOnly ? 'this workspace' : '',
    label === '' ? '' : `label ${label}`,
    network === '' ? '' : `network ${network}`,
    filter === '' ? '' : `“${filter}”`,
  ];
}

/** Where everybody expects an engine, however that address was found. */
const usual: ReadonlySet<string> = new Set(['unix:///var/run/docker.sock', 'npipe:////./pipe/docker_engine']);

/** Which engine it is, unless it is the one that everybody expects. */
function engineName(endpoint: Endpoint | undefined): string {
  if (!endpoint || (endpoint.context === 'default' && usual.has(endpoint.host))) return '';
  return fullName(endpoint);
}

/** The context's name, else the address. */
function fullName({ context, host }: Endpoint): string {
  return context === 'default' ? host.replace(/^(unix|npipe):\/\//, '') : context;
}
