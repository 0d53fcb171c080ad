import type { ComposeOutline, ServiceOutline } from '../../protocol/requests.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { readPort } from '../forms/port.ts';
import { normalizeName } from '../project/name.ts';
import type { Project } from '../project/project.ts';
import { definitions } from '../references.ts';
import type { Entry, Mapping, Scalar, YamlNode } from '../yaml/node.ts';

/** What can be run from a compose file: its project, named as that is where it is given, and its services with what they need. */
export function provideOutline(document: ComposeDocument, project?: Pick<Project, 'name' | 'files'>): ComposeOutline {
  const services = new Map<string, ServiceOutline>();
  for (const part of document.parts)
    for (const entry of definitions(part, 'services')) services.set(entry.key.text, service(document, part, entry));
  return {
    name: project === undefined || project.name === '' ? ownName(document) : project.name,
    files: project?.files.map(({ uri }) => uri) ?? [document.uri],
    services: [...services.values()],
  };
}

/** As the file alone says it. */
function ownName({ parts, uri }: ComposeDocument): string {
  const named = parts.flatMap((part) => texts(part, topLevel(part, 'name'))).at(-1);
  return normalizeName(named?.includes('$') === false ? named : folderName(uri));
}

function service(document: ComposeDocument, part: ComposePart, entry: Entry): ServiceOutline {
  const own = mapping(part, entry.value);
  const all = own && part.anchors.entries(own);
  const value = (key: string): YamlNode | undefined => all?.get(key)?.entry.value;
  const [image] = texts(part, value('image'));
  return {
    name: entry.key.text,
    range: document.range(entry.key),
    ...(image !== undefined && { image }),
    hasBuild: value('build') !== undefined,
    profiles: texts(part, value('profiles')),
    dependsOn: names(part, value('depends_on')),
    networks: names(part, value('networks')),
    volumes: items(part, value('volumes')).flatMap((item) => volumeName(part, item)),
    ports: items(part, value('ports')).flatMap((item) => publishedPort(part, item)),
  };
}

/** Of a list of names, or a mapping by name. */
function names(part: ComposePart, node: YamlNode | undefined): string[] {
  const value = node && part.anchors.resolve(node);
  return value?.kind === 'mapping' ? [...part.anchors.entries(value).keys()] : texts(part, node);
}

function volumeName(part: ComposePart, item: Mapping | Scalar): string[] {
  if (item.kind === 'mapping')
    return texts(part, item.get('type')?.value)[0] === 'volume' ? texts(part, item.get('source')?.value) : [];
  const [, name] = /^([a-zA-Z0-9][\w.-]+):/.exec(item.text) ?? [];
  return name === undefined ? [] : [name];
}

function publishedPort(part: ComposePart, item: Mapping | Scalar): ServiceOutline['ports'] {
  const of = (key: string): string | undefined =>
    item.kind === 'mapping' ? texts(part, item.get(key)?.value)[0] : undefined;
  const port =
    item.kind === 'scalar'
      ? readPort(item.text)
      : { hostIp: of('host_ip'), published: of('published'), target: of('target'), protocol: of('protocol') };
  if (port?.published === undefined || port.target === undefined) return [];
  const { hostIp, published, target, protocol = 'tcp' } = port;
  return [{ ...(hostIp !== undefined && { hostIp }), published, target, protocol }];
}

function items(part: ComposePart, node: YamlNode | undefined): (Mapping | Scalar)[] {
  const value = node && part.anchors.resolve(node);
  if (value?.kind !== 'sequence') return [];
  return value.items.flatMap((item) => {
    const resolved = part.anchors.resolve(item);
    return resolved && resolved.kind !== 'sequence' ? [resolved] : [];
  });
}

/** The text of a scalar, or those of a list. */
function texts(part: ComposePart, node: YamlNode | undefined): string[] {
  const value = node && part.anchors.resolve(node);
  if (value?.kind === 'scalar') return value.text === '' ? [] : [value.text];
  return value?.kind === 'sequence' ? value.items.flatMap((item) => texts(part, item)) : [];
}

function mapping(part: ComposePart, node: YamlNode): Mapping | undefined {
  const value = part.anchors.resolve(node);
  return value?.kind === 'mapping' ? value : undefined;
}

function topLevel({ root }: ComposePart, key: string): YamlNode | undefined {
  return root?.kind === 'mapping' ? root.get(key)?.value : undefined;
}

function folderName(uri: string): string {
  const folder = uri.split('/').at(-2) ?? '';
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}
