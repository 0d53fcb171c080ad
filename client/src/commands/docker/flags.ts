import { list, number, record, text, textMap, texts } from '../../engine/translate/read.ts';

type Values = (value: unknown) => readonly (string | true)[];

/** How a field of the engine's own records is said in options of `docker run`. */
export interface Flag {
  readonly flag: string;
  readonly values: Values;
}

const word: Values = (value) => (text(value) === '' ? [] : [text(value)]);
const words: Values = (value) => texts(value);
const on: Values = (value) => (value === true ? [true] : []);
const positive: Values = (value) => (number(value) > 0 ? [String(number(value))] : []);
const pairs: Values = (value) =>
  Object.entries(textMap(value)).map(([key, item]) => (item === '' ? key : `${key}=${item}`));
const unless = (...usual: string[]): Values => {
  const known = new Set(['', ...usual]);
  return (value) => (known.has(text(value)) ? [] : [text(value)]);
};
const duration = (nanoseconds: unknown): string =>
  number(nanoseconds) % 1e9 === 0 ? `${number(nanoseconds) / 1e9}s` : `${number(nanoseconds) / 1e6}ms`;
const time: Values = (value) => (number(value) > 0 ? [duration(value)] : []);

/** Of `Config`. What is not here is said in a way of its own (`runWords.ts`), or has no option. */
export const configFlags: Readonly<Record<string, Flag>> = {
  Hostname: { flag: '--hostname', values: word },
  Domainname: { flag: '--domainname', values: word },
  User: { flag: '--user', values: word },
  WorkingDir: { flag: '--workdir', values: word },
  MacAddress: { flag: '--mac-address', values: word },
  OpenStdin: { flag: '--interactive', values: on },
  Tty: { flag: '--tty', values: on },
  Labels: { flag: '--label', values: pairs },
  StopSignal: { flag: '--stop-signal', values: word },
  StopTimeout: { flag: '--stop-timeout', values: positive },
};

/** Of `HostConfig`. */
export const hostFlags: Readonly<Record<string, Flag>> = {
  AutoRemove: { flag: '--rm', values: on },
  Binds: { flag: '--volume', values: words },
  Mounts: { flag: '--mount', values: (value) => list(value).map((item) => mount(item)) },
  Tmpfs: {
    flag: '--tmpfs',
    values: (value) =>
      Object.entries(textMap(value)).map(([path, options]) => (options === '' ? path : `${path}:${options}`)),
  },
  VolumesFrom: { flag: '--volumes-from', values: words },
  NetworkMode: { flag: '--network', values: unless('default', 'bridge') },
  Links: { flag: '--link', values: words },
  Dns: { flag: '--dns', values: words },
  DnsOptions: { flag: '--dns-option', values: words },
  DnsSearch: { flag: '--dns-search', values: words },
  ExtraHosts: { flag: '--add-host', values: words },
  PublishAllPorts: { flag: '--publish-all', values: on },
  Memory: { flag: '--memory', values: positive },
  MemoryReservation: { flag: '--memory-reservation', values: positive },
  NanoCpus: { flag: '--cpus', values: (value) => (number(value) > 0 ? [String(number(value) / 1e9)] : []) },
  CpuShares: { flag: '--cpu-shares', values: positive },
  CpuPeriod: { flag: '--cpu-period', values: positive },
  CpuQuota: { flag: '--cpu-quota', values: positive },
  CpusetCpus: { flag: '--cpuset-cpus', values: word },
  CpusetMems: { flag: '--cpuset-mems', values: word },
  PidsLimit: { flag: '--pids-limit', values: positive },
  BlkioWeight: { flag: '--blkio-weight', values: positive },
  OomKillDisable: { flag: '--oom-kill-disable', values: on },
  OomScoreAdj: { flag: '--oom-score-adj', values: (value) => (number(value) === 0 ? [] : [String(number(value))]) },
  ShmSize: {
    flag: '--shm-size',
    values: (value) => ([0, 64 << 20].includes(number(value)) ? [] : [String(number(value))]),
  },
  Ulimits: {
    flag: '--ulimit',
    values: (value) =>
      list(value)
        .map(record)
        .map(({ Name, Soft, Hard }) => `${text(Name)}=${number(Soft)}:${number(Hard)}`),
  },
  Privileged: { flag: '--privileged', values: on },
  CapAdd: { flag: '--cap-add', values: words },
  CapDrop: { flag: '--cap-drop', values: words },
  SecurityOpt: { flag: '--security-opt', values: words },
  GroupAdd: { flag: '--group-add', values: words },
  ReadonlyRootfs: { flag: '--read-only', values: on },
  Init: { flag: '--init', values: on },
  Devices: { flag: '--device', values: (value) => list(value).map((item) => device(item)) },
  DeviceCgroupRules: { flag: '--device-cgroup-rule', values: words },
  DeviceRequests: { flag: '--gpus', values: (value) => list(value).map((item) => gpus(item)) },
  Sysctls: { flag: '--sysctl', values: pairs },
  StorageOpt: { flag: '--storage-opt', values: pairs },
  IpcMode: { flag: '--ipc', values: unless('private', 'shareable') },
  PidMode: { flag: '--pid', values: word },
  UTSMode: { flag: '--uts', values: word },
  UsernsMode: { flag: '--userns', values: word },
  CgroupnsMode: { flag: '--cgroupns', values: unless('private', 'host') },
  CgroupParent: { flag: '--cgroup-parent', values: word },
  Runtime: { flag: '--runtime', values: unless('runc', 'io.containerd.runc.v2') },
  Isolation: { flag: '--isolation', values: unless('default') },
  RestartPolicy: { flag: '--restart', values: (value) => restart(value) },
};

/** What follows from other fields, or is the engine's own: it needs no option. */
export const silentHost: ReadonlySet<string> = new Set([
  'PortBindings',
  'LogConfig',
  'MemorySwap',
  'MemorySwappiness',
  'MaskedPaths',
  'ReadonlyPaths',
  'VolumeDriver',
  'Cgroup',
]);

function mount(item: unknown): string {
  const { Type, Source, Target, ReadOnly } = record(item);
  const parts = [
    `type=${text(Type)}`,
    ...(text(Source) === '' ? [] : [`source=${text(Source)}`]),
    `target=${text(Target)}`,
  ];
  return [...parts, ...(ReadOnly === true ? ['readonly'] : [])].map(csv).join(',');
}

/** A field of the CLI's comma-separated options. */
function csv(field: string): string {
  return /[",\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function device(item: unknown): string {
  const { PathOnHost, PathInContainer, CgroupPermissions } = record(item);
  return [text(PathOnHost), text(PathInContainer), text(CgroupPermissions)].filter((part) => part !== '').join(':');
}

function gpus(item: unknown): string {
  const { Count, DeviceIDs } = record(item);
  const ids = texts(DeviceIDs);
  if (ids.length > 0) return csv(`device=${ids.join(',')}`);
  return number(Count) < 0 ? 'all' : String(number(Count));
}

function restart(value: unknown): string[] {
  const { Name, MaximumRetryCount } = record(value);
  const name = text(Name);
  if (name === '' || name === 'no') return [];
  return [name === 'on-failure' && number(MaximumRetryCount) > 0 ? `${name}:${number(MaximumRetryCount)}` : name];
}

/** The options of a health check; `NONE` switches the image's own off. */
export function healthWords(value: unknown): string[] {
  const { Test, Interval, Timeout, StartPeriod, Retries } = record(value);
  const [kind = '', ...command] = texts(Test);
  if (kind === '') return [];
  if (kind === 'NONE') return ['--no-healthcheck'];
  const said = (flag: string, values: readonly (string | true)[]): string[] =>
    values.flatMap((one) => (one === true ? [flag] : [flag, one]));
  return [
    '--health-cmd',
    // The CLI knows the form with a shell only.
    kind === 'CMD-SHELL'
      ? (command[0] ?? '')
      : command
          .map((part) => (/^[\w%+=:,./@-]+$/u.test(part) ? part : `'${part.replaceAll("'", String.raw`'\''`)}'`))
          .join(' '),
    ...said('--health-interval', time(Interval)),
    ...said('--health-timeout', time(Timeout)),
    ...said('--health-start-period', time(StartPeriod)),
    ...said('--health-retries', positive(Retries)),
  ];
}
