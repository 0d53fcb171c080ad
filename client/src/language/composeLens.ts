import type { ComposeOutline, ServiceOutline } from '../../../server/src/protocol/requests.ts';
import { addresses } from '../commands/container/address.ts';
import { byService, stateOf, type Condition } from '../compose/serviceState.ts';
import type { Endpoint } from '../engine/engine.ts';
import type { Container, PortBinding } from '../engine/model.ts';

/** The words of `gantry.compose.codeLens`. */
const lensParts = ['up', 'down', 'restart', 'logs', 'state', 'ports'] as const;
export type LensPart = (typeof lensParts)[number];

/** Something above a line: an action on the file, a state, or a way to a port. */
export interface ComposeLens {
  /** Counts from 0. */
  readonly line: number;
  readonly title: string;
  readonly does:
    | { readonly kind: 'command'; readonly command: string; readonly services: readonly string[] }
    | { readonly kind: 'port'; readonly container: Container; readonly port: PortBinding }
    | { readonly kind: 'show' };
}

/** What is known of the engine; absent while none is connected. */
export interface EngineView {
  readonly containers: Iterable<Container>;
  readonly endpoint: Endpoint;
}

const actions = [
  { part: 'up', title: '$(play) Up', command: 'gantry.compose.up' },
  { part: 'down', title: '$(debug-stop) Down', command: 'gantry.compose.down' },
  { part: 'restart', title: '$(debug-restart) Restart', command: 'gantry.compose.restart' },
  { part: 'logs', title: '$(output) Logs', command: 'gantry.compose.logs' },
] as const satisfies readonly { part: LensPart; title: string; command: string }[];

const icons: Readonly<Record<Condition, string>> = {
  down: 'circle-outline',
  stopped: 'circle-outline',
  partial: 'circle-filled',
  running: 'circle-filled',
  starting: 'circle-large',
  healthy: 'pass-filled',
  unhealthy: 'warning',
  failed: 'error',
};

/** What stands above a project's first line and above each service. */
export function composeLenses(
  { name, services }: ComposeOutline,
  { shows, engine }: { readonly shows: (part: LensPart) => boolean; readonly engine?: EngineView },
): ComposeLens[] {
  if (services.length === 0) return [];
  const containers = engine && byService(engine.containers, name);
  const all = [...(containers?.values() ?? [])].flat();
  const lensesAt = (
    line: number,
    of: { services: readonly string[]; containers: readonly Container[] },
  ): ComposeLens[] => [
    ...actions
      .filter(({ part }) => shows(part) && (engine === undefined || part === 'up' || of.containers.length > 0))
      .map(({ title, command }): ComposeLens => ({
        line,
        title,
        does: { kind: 'command', command, services: of.services },
      })),
    ...(engine && shows('state') ? [stateLens(line, of.containers)] : []),
  ];
  const above = ({ name: service, range: { start } }: ServiceOutline): ComposeLens[] => {
    const own = containers?.get(service) ?? [];
    const ports =
      engine && shows('ports') ? portLenses(start.line, { containers: own, endpoint: engine.endpoint }) : [];
    return [...lensesAt(start.line, { services: [service], containers: own }), ...ports];
  };
  return [...lensesAt(0, { services: [], containers: all }), ...services.filter(isHere).flatMap(above)];
}

/** It is named in this file, and not only in another one of the project. */
function isHere({ uri }: ServiceOutline): boolean {
  return uri === undefined;
}

function stateLens(line: number, containers: readonly Container[]): ComposeLens {
  const { condition, text } = stateOf(containers);
  return { line, title: `$(${icons[condition]}) ${text}`, does: { kind: 'show' } };
}

function portLenses(
  line: number,
  { containers, endpoint }: { readonly containers: readonly Container[]; readonly endpoint: Endpoint },
): ComposeLens[] {
  return containers.flatMap((container) =>
    addresses(container, endpoint).map(({ url, port }): ComposeLens => ({
      line,
      title: `$(globe) ${url.replace(/^https?:\/\//u, '')}`,
      does: { kind: 'port', container, port },
    })),
  );
}
