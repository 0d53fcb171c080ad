import { splitWords } from '../../shell/words.ts';
import { howToRun, ownForm, runOptions } from './options.ts';
import type { Plain, PlainMapping } from './plain.ts';

/** What a `docker run` says, as a compose file says it. */
export interface RunService {
  readonly name: string;
  readonly service: PlainMapping;
  /** Those with a name, which a compose file has to define. */
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

/** The beginning of a command line that runs a container. */
export const runCommand = /^\s*(?:[-$#>]\s+)*(?:sudo\s+)?(?:docker|podman|nerdctl)\s+(?:container\s+)?(?:run|create)\s/;

/** Reads a `docker run`; `undefined` for what is none, or has no image. */
export function readRun(text: string): RunService | undefined {
  if (!runCommand.test(text)) return undefined;
  const words = splitWords(text.replace(runCommand, ''));
  return words && new RunReader(words).read();
}

type Building = Record<string, Plain>;

class RunReader {
  readonly #words: string[];
  readonly #service: Building = {};
  readonly #networks: string[] = [];
  readonly #network: Building = {};
  readonly #volumes = new Set<string>();

  constructor(words: readonly string[]) {
    this.#words = [...words];
  }

  read(): RunService | undefined {
    for (let word = this.#words[0]; word?.startsWith('-') === true && word !== '-'; word = this.#words[0]) {
      this.#words.shift();
      if (word === '--') break;
      if (word.startsWith('--')) this.#long(word.slice(2));
      else this.#short(word.slice(1));
    }
    const [image, ...command] = this.#words;
    if (image === undefined || image === '') return undefined;
    const [container] = [this.#service['container_name']];
    const name = typeof container === 'string' && /^[\w.-]+$/.test(container) ? container : nameOf(image);
    this.#finishNetworks();
    const { container_name: given, ...rest } = this.#service;
    const service: PlainMapping = {
      image,
      ...(given !== undefined && { container_name: given }),
      ...rest,
      ...(command.length > 0 && { command }),
    };
    return { name, service, volumes: [...this.#volumes], networks: this.#networks };
  }

  #long(written: string): void {
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    this.#option(name, equals < 0 ? undefined : written.slice(equals + 1));
  }

  /** `-it`, `-p80:80`, `-e A=b`. */
  #short(written: string): void {
    for (let at = 0; at < written.length; at += 1) {
      const name = written.charAt(at);
      const flag = howToRun.has(name) || runOptions.some(({ names, form }) => form === 'flag' && names.includes(name));
      if (flag) this.#option(name, undefined);
      else {
        const rest = written.slice(at + 1).replace(/^=/, '');
        this.#option(name, rest === '' ? undefined : rest);
        return;
      }
    }
  }

  #option(name: string, given: string | undefined): void {
    if (howToRun.has(name)) return;
    const option = runOptions.find(({ names }) => names.includes(name));
    if (option?.form === 'flag') {
      if (given !== 'false') this.#set(option.key, true);
      return;
    }
    if (!option && !ownForm.has(name) && given === undefined) return;
    const value = given ?? this.#words.shift() ?? '';
    if (!option) this.#own(name, value);
    else if (option.form === 'list')
      this.#add(option.key, option.key === 'volumes' ? this.#volume(value) : path(option.key, value));
    else if (option.form === 'pairs') this.#pair(option.key, value);
    else this.#set(option.key, option.form === 'number' && /^-?[\d.]+$/.test(value) ? Number(value) : value);
  }

  #own(name: string, value: string): void {
    switch (name) {
      case 'network':
      case 'net':
        if (/^(?:host|none|bridge|default|container:.*)$/.test(value)) this.#set('network_mode', value);
        else this.#networks.push(/^name=([^,]+)/.exec(value)?.[1] ?? value);
        return;
      case 'network-alias':
      case 'net-alias':
        this.#network['aliases'] = [...((this.#network['aliases'] as readonly Plain[] | undefined) ?? []), value];
        return;
      case 'ip':
        this.#network['ipv4_address'] = value;
        return;
      case 'ip6':
        this.#network['ipv6_address'] = value;
        return;
      case 'mount':
        this.#add('volumes', this.#mount(value));
        return;
      case 'entrypoint':
        this.#set('entrypoint', [value]);
        return;
      case 'health-cmd':
        this.#set('healthcheck.test', value);
        return;
      case 'stop-timeout':
        this.#set('stop_grace_period', `${value}s`);
        return;
      case 'gpus':
        this.#set('gpus', value === 'all' ? value : [{ count: /^\d+$/.test(value) ? Number(value) : value }]);
        return;
      case 'ulimit': {
        const [, limit = '', soft = '', hard] = /^([^=]+)=([^:]*)(?::(.*))?$/.exec(value) ?? [];
        const number = (text: string): Plain => (/^-?\d+$/.test(text) ? Number(text) : text);
        this.#set(`ulimits.${limit}`, hard === undefined ? number(soft) : { soft: number(soft), hard: number(hard) });
      }
    }
  }

  #volume(value: string): string {
    const text = path('volumes', value);
    const [, named] = /^([a-zA-Z0-9][\w.-]+):/.exec(text) ?? [];
    if (named !== undefined) this.#volumes.add(named);
    return text;
  }

  #mount(value: string): Plain {
    const names: Readonly<Record<string, string>> = {
      src: 'source',
      dst: 'target',
      destination: 'target',
      readonly: 'read_only',
      ro: 'read_only',
    };
    const mount: Building = {};
    for (const part of value.split(',')) {
      const [key = '', text = 'true'] = part.split(/=(.*)/s);
      const name = names[key] ?? key;
      if (name === 'read_only') mount[name] = text !== 'false';
      else if (name === 'bind-propagation') mount['bind'] = { propagation: text };
      else if (name === 'tmpfs-size') mount['tmpfs'] = { size: text };
      else mount[name] = name === 'source' ? path('volumes', text) : text;
    }
    mount['type'] ??= 'volume';
    const { type, source } = mount;
    if (type === 'volume' && typeof source === 'string') this.#volumes.add(source);
    return { type, ...mount };
  }

  #finishNetworks(): void {
    if (this.#networks.length === 0) return;
    const [first = '', ...others] = this.#networks;
    this.#service['networks'] =
      Object.keys(this.#network).length === 0
        ? this.#networks
        : { [first]: this.#network, ...Object.fromEntries(others.map((name) => [name, null])) };
  }

  #set(key: string, value: Plain): void {
    const [outer = '', inner] = key.split('.');
    if (inner === undefined) this.#service[outer] = value;
    else this.#service[outer] = { ...(this.#service[outer] as PlainMapping | undefined), [inner]: value };
  }

  #add(key: string, value: Plain): void {
    this.#service[key] = [...((this.#service[key] as readonly Plain[] | undefined) ?? []), value];
  }

  #pair(key: string, written: string): void {
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const [outer = '', inner] = key.split('.');
    const around = (this.#service[outer] ?? {}) as PlainMapping;
    const pair = { [name]: equals < 0 ? null : written.slice(equals + 1) };
    this.#service[outer] =
      inner === undefined
        ? { ...around, ...pair }
        : { ...around, [inner]: { ...(around[inner] as PlainMapping | undefined), ...pair } };
  }
}

/** The folder that a shell is in is that of the compose file. */
function path(key: string, value: string): string {
  return key === 'volumes' || key.endsWith('_file')
    ? value.replace(/^(?:\$\(pwd\)|\$\{?PWD\}?)(?=[/:]|$)/i, '.')
    : value;
}

function nameOf(image: string): string {
  const [name = ''] = image.replace(/@.*$/, '').split('/').at(-1)?.split(':') ?? [];
  return name.replaceAll(/[^\w.-]/g, '') || 'app';
}
