import { shellWord, splitWords } from '../../shell/words.ts';
import type { RunLine } from '../../protocol/requests.ts';
import { runOptions } from './options.ts';
import { isMapping, type Plain, type PlainMapping } from './plain.ts';

export interface ToRunOptions {
  /** The service's name; the container's when it has none of its own. */
  readonly name: string;
  /** What an image is called that is built from the service. */
  readonly built: string;
}

/** A service as a `docker run` for a POSIX shell, an option a line. */
export function toRun(service: PlainMapping, { name, built }: ToRunOptions): RunLine {
  const image = service['image'] ?? (service['build'] === undefined ? undefined : built);
  const used = new Set(['image', 'build', 'command', 'entrypoint', 'container_name']);
  const options: [string, string?][] = [['detach'], ['name', text(service['container_name'] ?? name)]];
  for (const { names, form, key } of runOptions) {
    const [long = ''] = names;
    const [outer = '', inner] = key.split('.');
    const around = service[outer];
    if (around === undefined || key === 'container_name') continue;
    const value = inner === undefined ? around : isMapping(around) ? around[inner] : undefined;
    used.add(outer);
    if (value === undefined) continue;
    if (form === 'flag') {
      if (value === true || value === 'true') options.push([long]);
    } else if (form === 'list' && long === 'volume') options.push(...items(value).map(mount));
    else if (form === 'list' && long === 'publish')
      options.push(...items(value).map((item): [string, string] => [long, port(item)]));
    else if (form === 'list')
      options.push(
        ...items(value).map((item): [string, string] => [long, text(isMapping(item) ? (item['path'] ?? null) : item)]),
      );
    else if (form === 'pairs') options.push(...pairs(value).map((pair): [string, string] => [long, pair]));
    else options.push([long, text(value)]);
  }
  options.push(...ownOptions(service, used));
  const { program, before } = entrypoint(service['entrypoint']);
  if (program !== undefined) options.push(['entrypoint', program]);
  const command = [...before, ...words(service['command'])];
  const leftOut = Object.keys(service).filter((key) => !used.has(key) && !key.startsWith('x-'));
  if (image === undefined) return { leftOut };
  const lines = options.map(([option, value]) => `--${option}${value === undefined ? '' : ` ${shellWord(value)}`}`);
  return {
    line: ['docker run', ...lines, [text(image), ...command].map(shellWord).join(' ')].join(' \\\n  '),
    leftOut,
  };
}

function* ownOptions(service: PlainMapping, used: Set<string>): Iterable<[string, string]> {
  const of = (key: string): Plain | undefined => {
    used.add(key);
    return service[key];
  };
  const mode = of('network_mode');
  if (typeof mode === 'string' && !mode.startsWith('service:')) yield ['network', mode];
  else if (mode !== undefined) used.delete('network_mode');
  const networks = of('networks');
  for (const [name, network] of isMapping(networks)
    ? Object.entries(networks)
    : items(networks ?? []).map((item) => [text(item), null] as const)) {
    yield ['network', name];
    if (!isMapping(network)) continue;
    for (const alias of items(network['aliases'] ?? [])) yield ['network-alias', text(alias)];
    if (network['ipv4_address'] !== undefined) yield ['ip', text(network['ipv4_address'])];
    if (network['ipv6_address'] !== undefined) yield ['ip6', text(network['ipv6_address'])];
  }
  const health = service['healthcheck'];
  const test = isMapping(health) ? health['test'] : undefined;
  if (typeof test === 'string') yield ['health-cmd', test];
  else if (Array.isArray(test) && test.length > 1)
    yield [
      'health-cmd',
      test[0] === 'CMD-SHELL'
        ? text(test[1] as Plain)
        : test
            .slice(1)
            .map((word) => shellWord(text(word as Plain)))
            .join(' '),
    ];
  const grace = of('stop_grace_period');
  if (grace !== undefined) yield ['stop-timeout', String(seconds(text(grace)))];
  const gpus = of('gpus');
  if (gpus === 'all') yield ['gpus', 'all'];
  else for (const item of items(gpus ?? [])) if (isMapping(item)) yield ['gpus', text(item['count'] ?? 'all')];
  const limits = of('ulimits');
  for (const [name, limit] of isMapping(limits) ? Object.entries(limits) : [])
    yield [
      'ulimit',
      `${name}=${isMapping(limit) ? `${text(limit['soft'] ?? null)}:${text(limit['hard'] ?? null)}` : text(limit)}`,
    ];
}

function mount(item: Plain): [string, string] {
  if (!isMapping(item)) return ['volume', text(item)];
  const { bind, tmpfs, ...rest } = item;
  const parts = Object.entries(rest).flatMap(([key, value]) =>
    key === 'read_only' ? (value === true ? ['readonly'] : []) : isMapping(value) ? [] : [`${key}=${text(value)}`],
  );
  if (isMapping(bind) && bind['propagation'] !== undefined) parts.push(`bind-propagation=${text(bind['propagation'])}`);
  if (isMapping(tmpfs) && tmpfs['size'] !== undefined) parts.push(`tmpfs-size=${text(tmpfs['size'])}`);
  return ['mount', parts.join(',')];
}

function port(item: Plain): string {
  if (!isMapping(item)) return text(item);
  const of = (key: string, after = ''): string => (item[key] === undefined ? '' : text(item[key]) + after);
  const protocol = item['protocol'] === undefined || item['protocol'] === 'tcp' ? '' : `/${text(item['protocol'])}`;
  const ip = of('host_ip', ':');
  return `${ip}${of('published', ':') || (ip === '' ? '' : ':')}${of('target')}${protocol}`;
}

function entrypoint(value: Plain | undefined): { readonly program?: string; readonly before: readonly string[] } {
  const [program, ...before] = words(value);
  return program === undefined ? { before } : { program, before };
}

/** A text is divided as compose does it. */
function words(value: Plain | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'string'
    ? (splitWords(value.replaceAll('$$', String.raw`\$`)) ?? [value])
    : items(value).map(text);
}

function items(value: Plain): readonly Plain[] {
  if (Array.isArray(value)) return value as readonly Plain[];
  if (isMapping(value)) return Object.entries(value).map(([key, each]) => `${key}:${text(each)}`);
  return value === null ? [] : [value];
}

function pairs(value: Plain): string[] {
  if (!isMapping(value)) return items(value).map(text);
  return Object.entries(value).map(([key, each]) => (each === null ? key : `${key}=${text(each)}`));
}

function seconds(duration: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 0, ns: 0 };
  const parts = [...duration.matchAll(/([\d.]+)(ms|us|ns|h|m|s)/g)];
  return Math.ceil(parts.reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (units[unit] ?? 0), 0));
}

function text(value: Plain): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}
