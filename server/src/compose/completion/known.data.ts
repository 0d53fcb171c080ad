/** Labels that well-known tools read, with what they are for and, where one value is usual, that. */
export const labels: Readonly<Record<string, readonly [doc: string, value?: string]>> = {
  'org.opencontainers.image.title': ['What it is called.'],
  'org.opencontainers.image.description': ['What it is for.'],
  'org.opencontainers.image.source': ['Where its source is.'],
  'org.opencontainers.image.version': ['Its version.'],
  'org.opencontainers.image.licenses': ['Its license, as an SPDX expression.'],
  'org.opencontainers.image.authors': ['Who made it.'],
  'org.opencontainers.image.url': ['Where more about it is.'],
  'org.opencontainers.image.documentation': ['Where its documentation is.'],
  'traefik.enable': ['Traefik: show this service.', 'true'],
  'traefik.http.routers.NAME.rule': ['Traefik: the requests that it gets.', 'Host(`example.com`)'],
  'traefik.http.routers.NAME.entrypoints': ['Traefik: where they come in.', 'websecure'],
  'traefik.http.routers.NAME.tls': ['Traefik: over TLS.', 'true'],
  'traefik.http.routers.NAME.tls.certresolver': ['Traefik: who makes the certificate.'],
  'traefik.http.routers.NAME.middlewares': ['Traefik: what they go through.'],
  'traefik.http.services.NAME.loadbalancer.server.port': ['Traefik: the port that the container listens on.'],
  'traefik.docker.network': ['Traefik: the network to reach it on.'],
  'com.centurylinklabs.watchtower.enable': ['Watchtower: update this container.', 'true'],
  'com.centurylinklabs.watchtower.monitor-only': ['Watchtower: tell, but do not update.', 'true'],
  'com.centurylinklabs.watchtower.scope': ['Watchtower: the instance that looks after it.'],
  'diun.enable': ['Diun: tell of new images.', 'true'],
  'homepage.name': ['Homepage: its name.'],
  'homepage.group': ['Homepage: its group.'],
  'homepage.href': ['Homepage: its address.'],
  autoheal: ['Autoheal: restart it when it is unhealthy.', 'true'],
  'ofelia.enabled': ['Ofelia: look for jobs in these labels.', 'true'],
  'prometheus.io/scrape': ['Prometheus: read its metrics.', 'true'],
  'prometheus.io/port': ['Prometheus: the port of its metrics.'],
};

/** Keys that the file's author names, by what they stand for, where some are usual. */
export const names: Readonly<Record<string, Readonly<Record<string, readonly [doc: string, value?: string]>>>> = {
  label: labels,
  limit: {
    nofile: ['Open files.'],
    nproc: ['Processes.'],
    memlock: ['Locked memory.', '-1'],
    core: ['Size of core files.'],
    stack: ['Size of the stack.'],
    fsize: ['Size of files.'],
    rtprio: ['Real-time priority.'],
  },
  'kernel parameter': {
    'net.core.somaxconn': ['Connections that wait.', '1024'],
    'net.ipv4.ip_forward': ['Forward packets.', '1'],
    'net.ipv4.ip_unprivileged_port_start': ['The first port that anyone may bind.', '0'],
    'net.ipv4.tcp_syncookies': ['SYN cookies.', '0'],
    'net.ipv6.conf.all.disable_ipv6': ['No IPv6.', '1'],
    'kernel.shmmax': ['Most shared memory.'],
    'kernel.msgmax': ['Longest message.'],
  },
  'host name': { 'host.docker.internal': ['This machine.', 'host-gateway'] },
};

/** Values that are usual after a key, where the schema names none; `$0` is where one goes on. */
export const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  additional_contexts: { 'service:': '', 'docker-image://': '', 'oci-layout://': '', 'https://': '' },
  cache_from: { 'type=gha': 'GitHub Actions.', 'type=registry,ref=': 'A registry.', 'type=local,src=': 'A folder.' },
  cache_to: {
    'type=gha,mode=max': 'GitHub Actions.',
    'type=registry,mode=max,ref=': 'A registry.',
    'type=local,dest=': 'A folder.',
    'type=inline': 'In the image itself.',
  },
  constraints: { 'node.role == manager': '', 'node.role == worker': '', 'node.labels.': '', 'node.hostname == ': '' },
  devices: {
    '/dev/dri:/dev/dri': 'Graphics.',
    '/dev/fuse': 'FUSE.',
    '/dev/net/tun': 'VPN.',
    '/dev/ttyUSB0': 'Serial.',
  },
  dns: { '1.1.1.1': 'Cloudflare.', '8.8.8.8': 'Google.', '9.9.9.9': 'Quad9.' },
  extra_hosts: { 'host.docker.internal:host-gateway': 'This machine.' },
  spread: { 'node.labels.': '' },
  ssh: { default: "The agent's keys." },
  stop_signal: {
    SIGWINCH: 'As Apache takes it: finish, then end.',
    SIGABRT: '',
    SIGCONT: '',
    SIGALRM: '',
    SIGPIPE: '',
  },
  tmpfs: { '/tmp': '', '/run': '', '/tmp:size=64m': 'At most 64 MB.' },
  user: { '1000:1000': 'The first user of a Linux machine.', '${UID}:${GID}': 'From variables.', root: '', nobody: '' },
  working_dir: { '/app': '', '/src': '', '/usr/src/app': '' },
  cgroup_parent: { 'docker.slice': '' },
  pull_policy: { every_24h: 'When a day has passed.' },
};

/** The options of a log driver. */
export const logOptions: Readonly<Record<string, Readonly<Record<string, readonly [doc: string, value?: string]>>>> = {
  'json-file': {
    'max-size': ['Size of a file.', '10m'],
    'max-file': ['Number of files.', '3'],
    compress: ['Pack old files.', 'true'],
    tag: ['A template of a tag.'],
  },
  local: { 'max-size': ['Size of a file.', '10m'], 'max-file': ['Number of files.', '3'] },
  syslog: {
    'syslog-address': ['Where it listens.'],
    'syslog-facility': ['The facility.'],
    tag: ['A template of a tag.'],
  },
  fluentd: {
    'fluentd-address': ['Where it listens.', 'localhost:24224'],
    'fluentd-async': ['Connect in the background.', 'true'],
    tag: ['A template of a tag.'],
  },
  gelf: { 'gelf-address': ['Where it listens.', 'udp://localhost:12201'], tag: ['A template of a tag.'] },
  journald: { tag: ['A template of a tag.'] },
  awslogs: {
    'awslogs-region': ['The region.'],
    'awslogs-group': ['The log group.'],
    'awslogs-stream': ['The stream.'],
  },
};
