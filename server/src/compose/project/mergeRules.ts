/** How a later file's value takes the place of an earlier one; by key where nothing is said. */
export type MergeHow =
  /** `KEY=value` items and entries, by key. */
  | 'pairs'
  /** One text or several: lists are joined. */
  | 'list'
  /** Lists of `HOST=IP`: joined, equal ones once. */
  | 'hosts'
  /** The later one stands alone. */
  | 'replace'
  /** A text is the `context`. */
  | 'build'
  /** A list of names is a mapping of them. */
  | 'names'
  /** The same with `condition` and `required`. */
  | 'dependencies'
  /** Merged when both have the same driver, else replaced. */
  | 'logging'
  /** By `subnet`. */
  | 'subnets';

/** What makes two items of a list one, of which the later counts. */
export type UniqueBy = 'key' | 'mount' | 'device' | 'config' | 'secret' | 'expose' | 'port' | 'env-file';

export interface MergeRule {
  readonly how?: MergeHow;
  readonly unique?: UniqueBy;
  readonly keys?: Readonly<Record<string, MergeRule>>;
  /** Of every other key, and of the items of a list. */
  readonly each?: MergeRule;
}

const pairs: MergeRule = { how: 'pairs' };
const uniquePairs: MergeRule = { how: 'pairs', unique: 'key' };
const list: MergeRule = { how: 'list' };
const uniqueList: MergeRule = { how: 'list', unique: 'key' };
const unique: MergeRule = { unique: 'key' };
const replace: MergeRule = { how: 'replace' };

/** Compose's exceptions (override/merge.go, override/uncity.go), by the keys that lead to them. */
export const serviceRules: MergeRule = {
  keys: {
    annotations: uniquePairs,
    build: {
      how: 'build',
      keys: {
        additional_contexts: uniquePairs,
        args: uniquePairs,
        extra_hosts: { how: 'hosts' },
        labels: uniquePairs,
        platform: unique,
        tags: unique,
      },
    },
    cap_add: unique,
    cap_drop: unique,
    command: replace,
    configs: { unique: 'config' },
    depends_on: { how: 'dependencies' },
    deploy: { keys: { labels: uniquePairs } },
    devices: { unique: 'device' },
    dns: uniqueList,
    dns_opt: uniqueList,
    dns_search: uniqueList,
    entrypoint: replace,
    env_file: { how: 'list', unique: 'env-file' },
    environment: uniquePairs,
    expose: { unique: 'expose' },
    extra_hosts: { how: 'hosts' },
    healthcheck: { keys: { test: replace } },
    label_file: list,
    labels: uniquePairs,
    links: unique,
    logging: { how: 'logging' },
    models: { how: 'names' },
    networks: { how: 'names', each: { keys: { aliases: unique, link_local_ips: unique } } },
    ports: { unique: 'port' },
    profiles: unique,
    secrets: { unique: 'secret' },
    sysctls: uniquePairs,
    tmpfs: uniqueList,
    ulimits: { each: replace },
    volumes: { unique: 'mount', each: { keys: { volume: { keys: { labels: pairs } } } } },
  },
};

/** The same for what a name of a top-level section stands for. */
export const sectionRules: Readonly<Record<string, MergeRule>> = {
  services: serviceRules,
  networks: {
    keys: { labels: uniquePairs, ipam: { keys: { config: { how: 'subnets' }, options: unique } } },
  },
  volumes: { keys: { labels: pairs } },
};

/** What holds for a key, or for the items of a list. */
export function ruleAt({ keys = {}, each }: MergeRule, key?: string): MergeRule {
  const own = key !== undefined && Object.hasOwn(keys, key) ? keys[key] : undefined;
  return own ?? each ?? nothingSpecial;
}

export const nothingSpecial: MergeRule = {};
