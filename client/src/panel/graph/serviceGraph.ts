import type { ComposeOutline, PublishedPort, ServiceOutline } from '../../../../server/src/protocol/requests.ts';
import { byService, stateOf, type ServiceState } from '../../compose/serviceState.ts';
import type { Container } from '../../engine/model.ts';

/** A compose project as a picture needs it: plain data, which goes to the page as it is. */
export interface ServiceGraph {
  readonly project: string;
  readonly profiles: readonly string[];
  readonly services: readonly GraphService[];
}

export interface GraphService {
  readonly name: string;
  readonly image: string;
  /** Absent while no engine is connected. */
  readonly state?: ServiceState;
  /** Started only with one of these; empty: always. */
  readonly profiles: readonly string[];
  readonly dependsOn: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  /** `127.0.0.1:8080 → 80`. */
  readonly ports: readonly string[];
}

/** What the page is sent. */
export type ToPage =
  { readonly kind: 'graph'; readonly graph: ServiceGraph } | { readonly kind: 'problem'; readonly text: string };

/** What the page sends. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly service: string }
  | { readonly kind: 'export'; readonly svg: string };

/** The graph of an outline; `containers` are the engine's where one is connected. */
export function serviceGraph({ name, services }: ComposeOutline, containers?: Iterable<Container>): ServiceGraph {
  const running = containers && byService(containers, name);
  return {
    project: name,
    profiles: [...new Set(services.flatMap(({ profiles }) => profiles))].sort(),
    services: services.map((service) => ({
      name: service.name,
      image: imageText(service),
      ...(running && { state: stateOf(running.get(service.name) ?? []) }),
      profiles: service.profiles,
      dependsOn: service.dependsOn,
      networks: service.networks,
      volumes: service.volumes,
      ports: service.ports.map(portText),
    })),
  };
}

function imageText({ hasBuild, image }: ServiceOutline): string {
  return [...(hasBuild ? ['built here'] : []), ...(image === undefined ? [] : [image])].join(' · ');
}

function portText({ hostIp, protocol, published, target }: PublishedPort): string {
  const host = hostIp === undefined ? published : `${hostIp}:${published}`;
  return `${host} → ${target}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}
