import type { ComposeOutline, ServiceOutline } from '../../protocol/requests.ts';
import type { ComposeDocument } from '../document.ts';
import { readPort, type ShortPort } from '../forms/port.ts';
import type { Located, MappingValue, Value } from '../project/model.ts';
import type { Project } from '../project/project.ts';
import type { Service } from '../project/service.ts';
import { definitions } from '../references.ts';

/** What can be run from a compose file: its project and the services of that, each with what it needs. */
export function provideOutline(document: ComposeDocument, project: Project): ComposeOutline {
  const own = new Map(
    document.parts.flatMap((part) =>
      definitions(part, 'services').map(({ key }): [string, Located] => [key.text, { document, ...spanOf(key) }]),
    ),
  );
  return {
    name: project.name,
    files: project.files.map(({ uri }) => uri),
    services: Array.from(project.services.values(), (service) =>
      outlineOf(service, { at: own.get(service.name) ?? service.at, document }),
    ),
  };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

function outlineOf(
  { name, value, profiles }: Service,
  { at, document }: { readonly at: Located; readonly document: ComposeDocument },
): ServiceOutline {
  const image = value.scalar('image');
  return {
    name,
    range: at.document.range(at),
    ...(at.document !== document && { uri: at.document.uri }),
    ...(image && { image: shown(image) }),
    hasBuild: value.has('build'),
    profiles,
    dependsOn: names(value.get('depends_on')),
    networks: names(value.get('networks')),
    volumes: value.items('volumes').flatMap(volumeName),
    ports: value.items('ports').flatMap(publishedPort),
  };
}

/** Of a list of names, or a mapping by name. */
function names(value: Value | undefined): string[] {
  if (value?.kind === 'mapping') return value.entries.map(({ key }) => key);
  if (value?.kind === 'sequence') return value.items.flatMap((item) => (item.kind === 'scalar' ? [shown(item)] : []));
  return [];
}

function volumeName(item: Value): string[] {
  if (item.kind === 'mapping') {
    const source =
      item.get('type')?.kind === 'scalar' && item.text('type') !== 'volume' ? undefined : item.text('source');
    return source === undefined || source === '' ? [] : [source];
  }
  const [, name] = /^([a-zA-Z0-9][\w.-]+):/.exec(item.kind === 'scalar' ? shown(item) : '') ?? [];
  return name === undefined ? [] : [name];
}

function publishedPort(item: Value): ServiceOutline['ports'] {
  if (item.kind === 'sequence') return [];
  const port = item.kind === 'scalar' ? readPort(shown(item)) : longPort(item);
  if (port?.published === undefined || port.published === '' || port.target === undefined) return [];
  const { hostIp, published, target, protocol = 'tcp' } = port;
  return [{ ...(hostIp !== undefined && { hostIp }), published, target, protocol }];
}

function longPort(item: MappingValue): ShortPort {
  const of = (key: string): string | undefined => {
    const value = item.scalar(key);
    return value && shown(value);
  };
  const [hostIp, published, target, protocol] = ['host_ip', 'published', 'target', 'protocol'].map(of);
  return {
    ...(hostIp !== undefined && { hostIp }),
    ...(published !== undefined && { published }),
    target: target ?? '',
    ...(protocol !== undefined && { protocol }),
  };
}

/** What it comes to; as written where a variable in it has no value here. */
function shown({
  known,
  text,
  written,
}: {
  readonly known: boolean;
  readonly text: string;
  readonly written: string;
}): string {
  return known ? text : written;
}
