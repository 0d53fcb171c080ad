import { plainText } from '../completion/format.ts';
import { readPort } from '../forms/port.ts';
import { isPath, readVolume } from '../forms/volume.ts';
import { isMapping, type Plain, plainOf, type PlainMapping, writeMapping } from '../run/plain.ts';
import type { Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import { below, columnOf, commentsIn, type Rewrite, type Site } from './rewrite.ts';

/** How an item of a list is read from its short form, and written in it; `undefined` where one cannot say it. */
interface Form {
  readonly what: string;
  readonly long: (text: string) => PlainMapping | undefined;
  readonly short: (mapping: PlainMapping) => string | undefined;
}

const forms: Readonly<Record<string, Form>> = {
  port: { what: 'port', long: longPort, short: shortPort },
  volume: { what: 'mount', long: longVolume, short: shortVolume },
  file: {
    what: 'file',
    long: (path) => ({ path, required: true }),
    short: (mapping) =>
      only(mapping, ['path', 'required']) && mapping['required'] !== false ? text(mapping['path']) : undefined,
  },
};

/** The other form of a port, a mount or an env file, and of all in its list. */
export function itemRewrites(node: YamlNode, site: Site): Rewrite[] {
  const list = node.parent;
  if (list?.kind !== 'sequence' || list.flow || (node.kind !== 'scalar' && node.kind !== 'mapping')) return [];
  const shape = site.part.locator.shapeOf(node);
  const form = shape?.mapping && forms[shape.scalar?.kind ?? ''];
  if (!form) return [];
  const rewrite = (each: YamlNode): Rewrite['edits'] | undefined => {
    if (each.kind !== node.kind || each.anchor || each.tag !== undefined) return undefined;
    return each.kind === 'scalar'
      ? toLong(each, form, site)
      : each.kind === 'mapping'
        ? toShort(each, form, site)
        : undefined;
  };
  const edits = rewrite(node);
  if (!edits) return [];
  const name = node.kind === 'scalar' ? 'long' : 'short';
  const all = list.items.map(rewrite).filter((each) => each !== undefined);
  return [
    { title: `Write this ${form.what} in the ${name} form`, edits },
    ...(all.length > 1 ? [{ title: `Write all ${form.what}s in the ${name} form`, edits: all.flat() }] : []),
  ];
}

function toLong(node: Scalar, { long }: Form, site: Site): Rewrite['edits'] | undefined {
  const mapping = node.style === 'missing' || node.text.includes('\n') ? undefined : long(node.text);
  if (!mapping) return undefined;
  const [first = '', ...rest] = writeMapping(mapping, {
    style: site.style,
    column: columnOf(site.document, node.start),
  });
  return [{ start: node.start, end: node.end, text: first.trimStart() }, below(site, node.end, rest)];
}

function toShort(node: Mapping, { short }: Form, { part, document }: Site): Rewrite['edits'] | undefined {
  const plain = plainOf(node, part.anchors);
  const written =
    isMapping(plain) && node.entries.every(({ value }) => value.kind !== 'alias') ? short(plain) : undefined;
  if (written === undefined || node.get('<<')) return undefined;
  const text = /^\d/.test(written) ? JSON.stringify(written) : plainText(written);
  return [{ start: node.start, end: node.end, text: text + commentsIn(document, node) }];
}

function longPort(short: string): PlainMapping | undefined {
  const port = readPort(short);
  if (!port || /-/.test(port.target)) return undefined;
  const { hostIp, published, target, protocol } = port;
  return {
    target: /^\d+$/.test(target) ? Number(target) : target,
    ...(published !== undefined && { published }),
    ...(hostIp !== undefined && { host_ip: hostIp }),
    ...(protocol !== undefined && { protocol }),
  };
}

function shortPort(mapping: PlainMapping): string | undefined {
  if (!only(mapping, ['target', 'published', 'host_ip', 'protocol'])) return undefined;
  const [target, published, ip, protocol] = ['target', 'published', 'host_ip', 'protocol'].map((key) =>
    text(mapping[key]),
  );
  if (target === undefined) return undefined;
  const address = ip === undefined ? '' : `${ip.includes(':') ? `[${ip}]` : ip}:`;
  const host = published === undefined ? (ip === undefined ? '' : ':') : `${published}:`;
  return `${address}${host}${target}${protocol === undefined || protocol === 'tcp' ? '' : `/${protocol}`}`;
}

function longVolume(short: string): PlainMapping | undefined {
  const volume = readVolume(short);
  if (!volume) return undefined;
  const { source, target, modes } = volume;
  const selinux = modes.find((mode) => /^z$/i.test(mode));
  if (modes.some((mode) => !/^(?:ro|rw|z|nocopy)$/i.test(mode))) return undefined;
  const bind = source !== undefined && isPath(source);
  if ((selinux !== undefined && !bind) || (modes.includes('nocopy') && bind)) return undefined;
  return {
    type: bind ? 'bind' : 'volume',
    ...(source !== undefined && { source }),
    target,
    ...(modes.includes('ro') && { read_only: true }),
    ...(selinux !== undefined && { bind: { selinux } }),
    ...(modes.includes('nocopy') && { volume: { nocopy: true } }),
  };
}

function shortVolume(mapping: PlainMapping): string | undefined {
  const { type, source, target, read_only: readOnly, bind, volume } = mapping;
  const inner = type === 'bind' ? bind : volume;
  if (!only(mapping, ['type', 'source', 'target', 'read_only', type === 'bind' ? 'bind' : 'volume'])) return undefined;
  if (typeof target !== 'string' || (type !== 'bind' && type !== 'volume')) return undefined;
  if (inner !== undefined && (!isMapping(inner) || !only(inner, type === 'bind' ? ['selinux'] : ['nocopy'])))
    return undefined;
  if (typeof source === 'string' ? (type === 'bind') !== isPath(source) : type === 'bind') return undefined;
  const selinux = isMapping(inner) ? text(inner['selinux']) : undefined;
  const nocopy = isMapping(inner) && inner['nocopy'] === true;
  const modes = [readOnly === true ? 'ro' : undefined, selinux, nocopy ? 'nocopy' : undefined].filter(
    (mode) => mode !== undefined,
  );
  if (source === undefined) return modes.length === 0 ? target : undefined;
  return [text(source), target, ...(modes.length > 0 ? [modes.join(',')] : [])].join(':');
}

function only(mapping: PlainMapping, keys: readonly string[]): boolean {
  return Object.keys(mapping).every((key) => keys.includes(key));
}

function text(value: Plain | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
