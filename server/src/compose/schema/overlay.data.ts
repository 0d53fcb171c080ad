import type { Form, MappingShape, NamesShape, ScalarShape, Shape } from './shape.ts';

/**
 * What the compose specification's schema does not hold, by the path of a shape (`*` for a name, `[]` for an item):
 * newer keys, the version in which a key came (from the badges of the specification's prose), words that the prose gives
 * as the possible values, what a text is, and which strings are cast after interpolation (from compose-go). What is
 * checked beyond the schema is in checks.data.ts; of what is here only `add` changes what is an error.
 */
export interface Patch extends Partial<
  Pick<ScalarShape, 'cast' | 'values' | 'kind' | 'ref' | 'strict' | 'within' | 'relative'>
> {
  readonly doc?: string;
  readonly since?: string;
  readonly deprecated?: string;
  readonly prefer?: Form;
  readonly what?: NamesShape['what'];
  /** For mappings whose names come from a section. */
  readonly names?: NamesShape['ref'];
  /** A shape that the schema does not have yet. */
  readonly add?: Shape;
  /** Nothing may stand there: `key:` alone is fine. */
  readonly nullable?: true;
  /** Keys that are not in the schema yet are no errors. */
  readonly open?: true;
  /** For mappings whose keys depend on each other. */
  readonly group?: MappingShape['group'];
  /** For mappings: what their names are. */
  readonly nameKind?: NamesShape['kind'];
  /** Keys that compose needs and the schema does not ask for. */
  readonly required?: readonly string[];
}

const flag = { scalar: { types: ['boolean', 'string'] } } satisfies Shape;
const text = { scalar: { types: ['string'] } } satisfies Shape;
const environment = {
  mapping: {
    keys: {},
    closed: true,
    names: { pattern: '.+', what: 'variable', shape: { scalar: { types: ['string', 'number', 'boolean', 'null'] } } },
  },
  sequence: { items: text, unique: true },
} satisfies Shape;

const drivers = {
  'json-file': 'JSON lines in a file; the default.',
  local: 'A compact file format, rotated by default.',
  none: 'No logs are kept.',
  etwlogs: 'Event Tracing for Windows.',
  journald: 'The systemd journal.',
  syslog: 'The syslog daemon.',
  fluentd: 'A fluentd daemon.',
  gelf: 'A Graylog or Logstash endpoint.',
  awslogs: 'Amazon CloudWatch Logs.',
  gcplogs: 'Google Cloud Logging.',
  splunk: "Splunk's HTTP event collector.",
};
const capabilities = {
  ALL: 'Every capability.',
  AUDIT_WRITE: 'Write to the kernel audit log.',
  CHOWN: 'Change the owner of files.',
  DAC_OVERRIDE: 'Bypass file permission checks.',
  DAC_READ_SEARCH: 'Read any file and folder.',
  FOWNER: 'Act as the owner of any file.',
  FSETID: 'Keep set-user-ID bits when a file is modified.',
  IPC_LOCK: 'Lock memory.',
  KILL: 'Send signals to any process.',
  MKNOD: 'Create device files.',
  NET_ADMIN: 'Configure the network.',
  NET_BIND_SERVICE: 'Bind ports below 1024.',
  NET_RAW: 'Raw sockets, as ping needs them.',
  SETFCAP: 'Give capabilities to files.',
  SETGID: 'Change group ids.',
  SETPCAP: 'Change the capabilities of processes.',
  SETUID: 'Change user ids.',
  SYS_ADMIN: 'Mount and administer the system: nearly root.',
  SYS_CHROOT: 'Use chroot.',
  SYS_MODULE: 'Load kernel modules.',
  SYS_NICE: 'Raise the priority of processes.',
  SYS_PTRACE: 'Trace other processes.',
  SYS_RAWIO: 'Access I/O ports.',
  SYS_RESOURCE: 'Exceed resource limits.',
  SYS_TIME: 'Set the clock.',
};
const failureActions = {
  pause: 'Stop where it is; the default.',
  continue: 'Go on.',
  rollback: 'Go back (updates only).',
};
const platforms = { 'linux/amd64': '', 'linux/arm64': '', 'linux/arm/v7': '', 'windows/amd64': '' };
const since = (version: string): Patch => ({ since: version });

export const overlay: Readonly<Record<string, Patch>> = {
  include: { since: '2.20.0' },
  'include[]': { kind: 'file', prefer: 'scalar' },
  'include[].path': { kind: 'file', prefer: 'scalar', doc: 'The compose file to include, or several that are merged.' },
  'include[].path[]': { kind: 'file' },
  'include[].env_file': {
    kind: 'file',
    prefer: 'scalar',
    doc: 'Variables for the included file; `.env` beside it otherwise.',
  },
  'include[].env_file[]': { kind: 'file' },
  'include[].project_directory': {
    kind: 'folder',
    doc: 'What relative paths in the included file start from; its own folder otherwise.',
  },
  services: { what: 'service' },
  networks: { what: 'network' },
  volumes: { what: 'volume' },
  secrets: { what: 'secret' },
  configs: { what: 'config' },
  models: { what: 'model', since: '2.38.0' },
  'models.*': { nullable: true },
  'models.*.model': { doc: 'The model to use, as an OCI reference: `ai/smollm2`.' },

  'services.*.annotations': { doc: 'Annotations for the container.', prefer: 'mapping', what: 'annotation' },
  'services.*.attach': {
    since: '2.20.0',
    cast: 'boolean',
    doc: 'Whether `up` shows the logs of this service; it does unless this is `false`.',
  },
  'services.*.build': { prefer: 'mapping', kind: 'folder' },
  'services.*.build.additional_contexts': { since: '2.17.0', prefer: 'mapping', what: 'context' },
  'services.*.build.args': { prefer: 'mapping', what: 'build argument' },
  'services.*.build.context': { kind: 'folder' },
  'services.*.build.dockerfile': { kind: 'dockerfile' },
  'services.*.build.dockerfile_inline': { since: '2.17.0' },
  'services.*.build.entitlements': { since: '2.27.1' },
  'services.*.build.entitlements[]': {
    values: { 'network.host': 'Use the network of the host.', 'security.insecure': 'Run without a sandbox.' },
  },
  'services.*.build.isolation': { values: { default: '', process: '', hyperv: '' } },
  'services.*.build.labels': { prefer: 'mapping', what: 'label' },
  'services.*.build.network': {
    values: { default: 'As the builder does.', none: 'No network.', host: 'The network of the host.' },
  },
  'services.*.build.no_cache': { cast: 'boolean' },
  'services.*.build.no_cache_filter': {
    since: '2.40.0',
    add: {
      doc: 'Stages that are built without the cache.',
      scalar: { types: ['string'] },
      sequence: { items: text, unique: true },
    },
    prefer: 'sequence',
  },
  'services.*.build.no_cache_filter[]': { kind: 'target' },
  'services.*.build.platforms[]': { values: platforms },
  'services.*.build.privileged': { since: '2.15.0', cast: 'boolean' },
  'services.*.build.provenance': {
    since: '2.39.0',
    add: { doc: 'Adds a provenance attestation to the image: `true`, `false` or `mode=max`.', ...flag },
  },
  'services.*.build.pull': { cast: 'boolean' },
  'services.*.build.sbom': {
    since: '2.39.0',
    add: { doc: 'Adds a software bill of materials to the image.', ...flag },
  },
  'services.*.build.secrets[]': { ref: 'secrets', prefer: 'scalar' },
  'services.*.build.secrets[].source': { ref: 'secrets' },
  'services.*.build.shm_size': { kind: 'bytes' },
  'services.*.build.tags[]': { kind: 'image' },
  'services.*.build.target': { kind: 'target' },
  'services.*.build.ulimits': { since: '2.23.1' },
  'services.*.cap_add[]': { values: capabilities },
  'services.*.cap_drop[]': { values: capabilities },
  'services.*.cgroup': since('2.15.0'),
  'services.*.command': { kind: 'command', prefer: 'scalar' },
  'services.*.configs[]': { ref: 'configs', prefer: 'scalar' },
  'services.*.configs[].source': { ref: 'configs', doc: 'The name of the config.' },
  'services.*.cpu_count': { cast: 'integer' },
  'services.*.cpu_percent': { cast: 'number' },
  'services.*.cpu_period': { cast: 'integer' },
  'services.*.cpu_quota': { cast: 'integer' },
  'services.*.cpu_rt_period': { cast: 'integer' },
  'services.*.cpu_rt_runtime': { cast: 'integer' },
  'services.*.cpu_shares': { cast: 'integer' },
  'services.*.cpus': { cast: 'number' },
  'services.*.credential_spec.config': { ref: 'configs' },
  'services.*.credential_spec.file': { kind: 'file' },
  'services.*.depends_on': { prefer: 'sequence', names: 'services', what: 'service' },
  'services.*.depends_on[]': { ref: 'services' },
  'services.*.depends_on.*.required': { since: '2.20.0', cast: 'boolean' },
  'services.*.depends_on.*.restart': { since: '2.17.0', cast: 'boolean' },
  'services.*.deploy': { doc: 'How the service is deployed and run: replicas, resources, restarts, placement.' },
  'services.*.deploy.endpoint_mode': { values: { vip: 'One virtual address.', dnsrr: 'DNS round robin.' } },
  'services.*.deploy.labels': { prefer: 'mapping', what: 'label' },
  'services.*.deploy.mode': {
    values: {
      replicated: 'A number of containers; the default.',
      global: 'One container per node.',
      'replicated-job': 'A number of containers that run to completion.',
      'global-job': 'One container per node that runs to completion.',
    },
  },
  'services.*.deploy.placement.max_replicas_per_node': { cast: 'integer' },
  'services.*.deploy.replicas': { cast: 'integer' },
  'services.*.deploy.resources.limits.memory': { kind: 'bytes' },
  'services.*.deploy.resources.reservations.memory': { kind: 'bytes' },
  'services.*.deploy.resources.reservations.devices[].capabilities[]': {
    values: { gpu: '', nvidia: '', compute: '', utility: '', tpu: '' },
  },
  'services.*.deploy.resources.reservations.devices[].count': { values: { all: 'Every device.' } },
  'services.*.deploy.restart_policy.condition': {
    values: { none: 'Never.', 'on-failure': 'When it ends with an error.', any: 'Always; the default.' },
  },
  'services.*.deploy.restart_policy.delay': { kind: 'duration' },
  'services.*.deploy.restart_policy.max_attempts': { cast: 'integer' },
  'services.*.deploy.restart_policy.window': { kind: 'duration' },
  'services.*.deploy.rollback_config.delay': { kind: 'duration' },
  'services.*.deploy.rollback_config.failure_action': { values: failureActions },
  'services.*.deploy.rollback_config.max_failure_ratio': { cast: 'number' },
  'services.*.deploy.rollback_config.monitor': { kind: 'duration' },
  'services.*.deploy.rollback_config.parallelism': { cast: 'integer' },
  'services.*.deploy.update_config.delay': { kind: 'duration' },
  'services.*.deploy.update_config.failure_action': { values: failureActions },
  'services.*.deploy.update_config.max_failure_ratio': { cast: 'number' },
  'services.*.deploy.update_config.monitor': { kind: 'duration' },
  'services.*.deploy.update_config.parallelism': { cast: 'integer' },
  'services.*.develop': { since: '2.22.0', doc: 'What `docker compose watch` does while you develop.' },
  'services.*.develop.watch[].action': {
    doc: '`rebuild` the image, `sync` the files, `restart` the container, or two of these.',
  },
  'services.*.develop.watch[].exec': { since: '2.32.2' },
  'services.*.develop.watch[].initial_sync': {
    since: '2.40.0',
    add: { doc: 'Whether the files are synchronized once when watching begins.', ...flag },
    cast: 'boolean',
  },
  'services.*.develop.watch[].path': { kind: 'folder' },
  'services.*.devices[].permissions': { values: { rwm: 'Read, write and make nodes.', rw: '', r: '' } },
  'services.*.dns': { prefer: 'sequence' },
  'services.*.dns_search': { prefer: 'sequence' },
  'services.*.entrypoint': { kind: 'command', prefer: 'scalar' },
  'services.*.env_file': { kind: 'file', prefer: 'sequence' },
  'services.*.env_file[]': { kind: 'file', prefer: 'scalar' },
  'services.*.env_file[].format': {
    since: '2.30.0',
    doc: 'How the file is read; as compose does unless this says otherwise.',
    values: { raw: 'No interpolation and no quotes.' },
  },
  'services.*.env_file[].path': { kind: 'file', doc: 'The file, relative to the folder of this file.' },
  'services.*.env_file[].required': {
    since: '2.24.0',
    cast: 'boolean',
    doc: 'Whether it is an error when the file is missing.',
  },
  'services.*.environment': { prefer: 'mapping', what: 'variable' },
  'services.*.environment[]': { kind: 'environment' },
  'services.*.extends': { ref: 'services', prefer: 'mapping' },
  'services.*.extends.file': { kind: 'file' },
  'services.*.extends.service': { ref: 'services' },
  'services.*.external_links': { doc: 'Containers outside this project to link to: `name` or `name:alias`.' },
  'services.*.extra_hosts': { prefer: 'sequence', what: 'host name' },
  'services.*.gpus': { since: '2.30.0' },
  'services.*.gpus[].capabilities[]': { values: { gpu: '', nvidia: '', compute: '', utility: '' } },
  'services.*.gpus[].count': { values: { all: 'Every device.' } },
  'services.*.healthcheck': { doc: 'How to tell whether the container is healthy.' },
  'services.*.healthcheck.disable': { cast: 'boolean' },
  'services.*.healthcheck.interval': { kind: 'duration' },
  'services.*.healthcheck.retries': { cast: 'integer' },
  'services.*.healthcheck.start_interval': { since: '2.20.2', kind: 'duration' },
  'services.*.healthcheck.start_period': { kind: 'duration' },
  'services.*.healthcheck.test': { prefer: 'sequence' },
  'services.*.healthcheck.test[]': {
    values: {
      CMD: 'A program with its arguments.',
      'CMD-SHELL': 'One line for the shell.',
      NONE: 'No check, not even that of the image.',
    },
  },
  'services.*.healthcheck.timeout': { kind: 'duration' },
  'services.*.image': { kind: 'image' },
  'services.*.init': { cast: 'boolean' },
  'services.*.ipc': {
    values: {
      shareable: 'A namespace of its own that others can join.',
      private: 'A namespace of its own.',
      host: 'The namespace of the host.',
      none: 'A namespace of its own without /dev/shm.',
      'service:': 'That of another service.',
      'container:': 'That of another container.',
    },
  },
  'services.*.isolation': { values: { default: '', process: '', hyperv: '' } },
  'services.*.label_file': { since: '2.32.2', kind: 'file', prefer: 'sequence' },
  'services.*.label_file[]': { kind: 'file' },
  'services.*.labels': { prefer: 'mapping', what: 'label' },
  'services.*.links[]': { ref: 'services' },
  'services.*.logging.driver': { values: drivers },
  'services.*.mem_limit': { kind: 'bytes' },
  'services.*.mem_reservation': { kind: 'bytes' },
  'services.*.memswap_limit': { kind: 'bytes' },
  'services.*.models': { since: '2.38.0', prefer: 'sequence', names: 'models', what: 'model' },
  'services.*.models[]': { ref: 'models' },
  'services.*.models.*': { nullable: true },
  'services.*.network_mode': {
    values: {
      bridge: 'The default bridge network.',
      host: 'The network of the host; `ports` has no effect then.',
      none: 'No network.',
      'service:': 'The network of another service: `service:name`.',
      'container:': 'The network of another container: `container:name`.',
    },
  },
  'services.*.networks': { prefer: 'sequence', names: 'networks', what: 'network' },
  'services.*.networks[]': { ref: 'networks' },
  'services.*.networks.*.driver_opts': since('2.27.1'),
  'services.*.networks.*.gw_priority': since('2.33.1'),
  'services.*.networks.*.interface_name': since('2.36.0'),
  'services.*.networks.*.mac_address': since('2.23.2'),
  'services.*.oom_kill_disable': { cast: 'boolean' },
  'services.*.oom_score_adj': { cast: 'integer' },
  'services.*.pid': {
    values: {
      host: 'The namespace of the host.',
      'service:': 'That of another service.',
      'container:': 'That of another container.',
    },
  },
  'services.*.pids_limit': { cast: 'integer' },
  'services.*.platform': { values: platforms },
  'services.*.ports[]': { kind: 'port', prefer: 'scalar' },
  'services.*.ports[].mode': { values: { host: 'On the node itself.', ingress: 'Load balanced; the default.' } },
  'services.*.ports[].protocol': { values: { tcp: '', udp: '', sctp: '' } },
  'services.*.ports[].target': { cast: 'integer' },
  'services.*.post_start': since('2.30.0'),
  'services.*.pre_start': {
    since: '5.0.0',
    add: {
      doc: 'Commands that run in containers of their own before the service starts.',
      sequence: {
        items: {
          mapping: {
            keys: {
              command: { doc: 'The command to run.', scalar: { types: ['null', 'string'] }, sequence: { items: text } },
              image: { doc: "The image to run it in; the service's own otherwise.", ...text },
              user: { doc: 'The user that runs the command.', ...text },
              privileged: { doc: 'Whether the command has extended privileges.', ...flag },
              working_dir: { doc: 'The folder in which the command runs.', ...text },
              environment: { doc: 'Environment variables for the command.', ...environment },
              per_replica: { doc: 'Whether it runs for every replica, and not once for the service.', ...flag },
            },
            extensions: true,
          },
        },
      },
    },
  },
  'services.*.pre_start[].image': { kind: 'image' },
  'services.*.pre_stop': since('2.30.0'),
  'services.*.privileged': { cast: 'boolean' },
  'services.*.profiles[]': { kind: 'profile' },
  'services.*.provider': { since: '2.36.0' },
  'services.*.provider.type': { values: { model: 'Docker Model Runner.' } },
  'services.*.pull_policy': {
    values: {
      always: 'Whenever the service starts.',
      missing: 'When it is not there; the default.',
      never: 'Never.',
      build: 'Build it, also when it is there.',
      daily: 'When a day has passed since the last time.',
      weekly: 'When a week has passed since the last time.',
    },
  },
  'services.*.pull_refresh_after': { kind: 'duration' },
  'services.*.read_only': { cast: 'boolean' },
  'services.*.restart': {
    values: {
      no: 'Never; the default.',
      always: 'Always, until it is removed.',
      'on-failure': 'When it ends with an error; `on-failure:3` at most three times.',
      'unless-stopped': 'Always, until it is stopped or removed.',
    },
  },
  'services.*.runtime': { values: { runc: '', nvidia: '' } },
  'services.*.scale': { cast: 'integer' },
  'services.*.secrets[]': { ref: 'secrets', prefer: 'scalar' },
  'services.*.secrets[].source': { ref: 'secrets', doc: 'The name of the secret.' },
  'services.*.security_opt[]': {
    values: {
      'no-new-privileges:true': 'Processes cannot gain privileges.',
      'seccomp:unconfined': 'No system call filter.',
      'apparmor:unconfined': 'No AppArmor profile.',
      'label:disable': 'No SELinux labels.',
    },
  },
  'services.*.shm_size': { kind: 'bytes' },
  'services.*.stdin_open': { cast: 'boolean' },
  'services.*.stop_grace_period': { kind: 'duration' },
  'services.*.stop_signal': {
    values: {
      SIGTERM: 'Please end; the default.',
      SIGINT: 'As Ctrl+C does.',
      SIGQUIT: '',
      SIGKILL: 'End at once.',
      SIGHUP: '',
      SIGUSR1: '',
      SIGUSR2: '',
    },
  },
  'services.*.sysctls': { prefer: 'mapping', what: 'kernel parameter' },
  'services.*.tmpfs': { prefer: 'sequence' },
  'services.*.tty': { cast: 'boolean' },
  'services.*.ulimits': { what: 'limit' },
  'services.*.ulimits.*': { cast: 'integer', prefer: 'scalar' },
  'services.*.ulimits.*.hard': { cast: 'integer' },
  'services.*.ulimits.*.soft': { cast: 'integer' },
  'services.*.use_api_socket': since('2.37.1'),
  'services.*.userns_mode': { values: { host: 'The namespace of the host.' } },
  'services.*.uts': { since: '2.15.1', values: { host: 'The namespace of the host.' } },
  'services.*.volumes[]': { kind: 'volume', prefer: 'scalar', ref: 'volumes' },
  'services.*.volumes[].bind.create_host_path': { cast: 'boolean' },
  'services.*.volumes[].bind.propagation': {
    values: { rprivate: '', private: '', rshared: '', shared: '', rslave: '', slave: '' },
  },
  'services.*.volumes[].consistency': { values: { consistent: '', cached: '', delegated: '' } },
  'services.*.volumes[].image.subpath': since('2.35.0'),
  'services.*.volumes[].read_only': { cast: 'boolean' },
  'services.*.volumes[].source': { ref: 'volumes' },
  'services.*.volumes[].tmpfs.size': { kind: 'bytes' },
  'services.*.volumes[].volume.nocopy': { cast: 'boolean' },
  'services.*.volumes_from[]': { ref: 'services' },

  'networks.*.attachable': { cast: 'boolean' },
  'networks.*.driver': {
    values: {
      bridge: 'One host; the default.',
      overlay: 'Several hosts.',
      host: '',
      none: '',
      ipvlan: '',
      macvlan: '',
    },
  },
  'networks.*.enable_ipv4': { since: '2.33.1', cast: 'boolean' },
  'networks.*.enable_ipv6': { cast: 'boolean' },
  'networks.*.external': { cast: 'boolean', prefer: 'scalar' },
  'networks.*.internal': { cast: 'boolean' },
  'networks.*.labels': { prefer: 'mapping', what: 'label' },
  'volumes.*.driver': { values: { local: 'On this machine; the default.' } },
  'volumes.*.external': { cast: 'boolean', prefer: 'scalar' },
  'volumes.*.labels': { prefer: 'mapping', what: 'label' },
  'secrets.*.external': { cast: 'boolean', prefer: 'scalar' },
  'secrets.*.file': { kind: 'file' },
  'secrets.*.labels': { prefer: 'mapping', what: 'label' },
  'configs.*.content': since('2.23.1'),
  'configs.*.environment': since('2.23.1'),
  'configs.*.external': { cast: 'boolean', prefer: 'scalar' },
  'configs.*.file': { kind: 'file' },
  'configs.*.labels': { prefer: 'mapping', what: 'label' },
};
