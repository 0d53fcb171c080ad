const service = (rest: string): string =>
  `services:\n  web:\n    image: nginx\n${rest}  db:\n    image: postgres\n    profiles: [tools]\nnetworks:\n  front:\nvolumes:\n  data:\nsecrets:\n  token:\n    file: token.txt\nconfigs:\n  main:\n    file: main.conf\n`;

/** Where the cursor is, and some of what must be offered there. */
export const contexts: readonly (readonly [string, string, readonly string[]])[] = [
  ['an empty file', '|', ['services', 'volumes', 'networks', 'name', 'include', 'secrets', 'configs', 'models']],
  [
    'the root',
    '|\nservices:\n  web:\n    image: a\n',
    ['volumes', 'networks', 'name', 'include', 'secrets', 'configs', 'models'],
  ],
  [
    'a service',
    service('    |\n'),
    ['build', 'ports', 'environment', 'depends_on', 'healthcheck', 'pre_start', 'use_api_socket'],
  ],
  [
    'build',
    service('    build:\n      |\n'),
    ['context', 'dockerfile', 'target', 'args', 'no_cache_filter', 'provenance'],
  ],
  ['ports', service('    ports:\n      - |\n'), ['host:container', 'target', 'published', 'protocol']],
  ['volumes', service('    volumes:\n      - |\n'), ['data:', './folder:/target', 'type']],
  ['restart', service('    restart: |\n'), ['no', 'always', 'on-failure', 'unless-stopped']],
  ['depends_on, a list', service('    depends_on:\n      - |\n'), ['db']],
  ['depends_on, a mapping', service('    depends_on:\n      |\n'), ['db']],
  [
    'depends_on, a condition',
    service('    depends_on:\n      db:\n        condition: |\n'),
    ['service_healthy', 'service_started'],
  ],
  ['networks of a service', service('    networks:\n      - |\n'), ['front']],
  ['keys of a network of a service', service('    networks:\n      front:\n        |\n'), ['aliases', 'ipv4_address']],
  ['healthcheck', service('    healthcheck:\n      |\n'), ['test', 'interval', 'start_interval', 'disable']],
  ['a healthcheck test', service('    healthcheck:\n      test: [|]\n'), ['CMD', 'CMD-SHELL', 'NONE']],
  ['a duration', service('    healthcheck:\n      interval: |\n'), ['30s']],
  ['deploy', service('    deploy:\n      |\n'), ['replicas', 'resources', 'restart_policy', 'placement']],
  [
    'deep in deploy',
    service('    deploy:\n      resources:\n        limits:\n          |\n'),
    ['cpus', 'memory', 'pids'],
  ],
  ['a mode', service('    deploy:\n      mode: |\n'), ['replicated', 'global']],
  [
    'top-level networks',
    `${service('')}  back:\n    |\n`.replace('networks:\n  front:\n', '').replace('  back', 'networks:\n  back'),
    ['driver', 'internal', 'ipam', 'external'],
  ],
  ['top-level volumes', 'volumes:\n  data:\n    |\n', ['driver', 'driver_opts', 'external', 'labels']],
  ['top-level configs', 'configs:\n  a:\n    |\n', ['file', 'content', 'environment', 'external']],
  ['top-level secrets', 'secrets:\n  a:\n    |\n', ['file', 'environment', 'external']],
  [
    'names that are used and not defined',
    'services:\n  web:\n    image: a\n    volumes:\n      - cache:/cache\nvolumes:\n  |\n',
    ['cache'],
  ],
  ['develop', service('    develop:\n      watch:\n        - |\n'), ['action', 'path', 'target', 'ignore']],
  ['an action', service('    develop:\n      watch:\n        - action: |\n'), ['rebuild', 'sync', 'sync+restart']],
  ['image', 'services:\n  web:\n    image: |\n  db:\n    image: team/db:1\n', ['team/db:1', 'postgres', 'nginx']],
  [
    'environment, a mapping',
    'services:\n  db:\n    image: postgres:17\n    environment:\n      |\n  web:\n    environment:\n      MODE: a\n',
    ['POSTGRES_PASSWORD', 'POSTGRES_USER', 'MODE'],
  ],
  [
    'environment, a list',
    'services:\n  db:\n    image: a\n    environment:\n      - |\n  web:\n    environment:\n      - MODE=a\n',
    ['MODE'],
  ],
  ['logging', service('    logging:\n      |\n'), ['driver', 'options']],
  ['a logging driver', service('    logging:\n      driver: |\n'), ['json-file', 'local', 'none']],
  ['extends', service('    extends:\n      |\n'), ['service', 'file']],
  ['a service to extend', service('    extends:\n      service: |\n'), ['db']],
  ['include', 'include:\n  - |\n', ['path', 'env_file', 'project_directory']],
  [
    'build.target',
    'services:\n  web:\n    build:\n      target: |\n      dockerfile_inline: ¦\n        FROM a AS base\n        FROM base AS final\n',
    ['base', 'final'],
  ],
  ['a variable', service('    user: ${|}\n    hostname: ${HOST:-a}\n'), ['HOST']],
  ['a variable without braces', service('    user: $|\n    hostname: ${HOST:-a}\n'), ['HOST']],
  ['a boolean', service('    privileged: |\n'), ['true', 'false']],
  ['capabilities', service('    cap_add:\n      - |\n'), ['NET_ADMIN', 'SYS_PTRACE']],
  ['secrets of a service', service('    secrets:\n      - |\n'), ['token', 'source']],
  ['configs of a service', service('    configs:\n      - source: |\n'), ['main']],
  ['a mount', service('    volumes:\n      - type: |\n'), ['bind', 'volume', 'tmpfs', 'image']],
  ['the source of a mount', service('    volumes:\n      - type: volume\n        source: |\n'), ['data']],
  ['network_mode', service('    network_mode: |\n'), ['host', 'none', 'bridge', 'service:db']],
  ['profiles', service('    profiles: [|]\n'), ['tools']],
  ['a merge', `x-a: &a\n  init: true\n${service('    <<: |\n')}`, ['*a']],
  ['an alias', `x-a: &a [b]\n${service('    command: *|\n')}`, ['*a']],
  ['pull_policy', service('    pull_policy: |\n'), ['always', 'missing', 'build']],
  ['a section that is short of nothing', 'models:\n  llm:\n    |\n', ['model']],
  ['models of a service', `${service('    models:\n      - |\n')}models:\n  llm:\n    model: a\n`, ['llm']],
  ['links', service('    links:\n      - |\n'), ['db']],
  ['volumes_from', service('    volumes_from: [|]\n'), ['db']],
  ['ipc', service('    ipc: |\n'), ['host', 'shareable', 'service:db']],
  ['pid', service('    pid: |\n'), ['host', 'service:db']],
  ['a signal', service('    stop_signal: |\n'), ['SIGTERM', 'SIGINT', 'SIGWINCH']],
  ['sizes', service('    mem_limit: |\n'), ['512m', '1g']],
  ['security_opt', service('    security_opt:\n      - |\n'), ['no-new-privileges:true']],
  [
    'the condition of a restart',
    service('    deploy:\n      restart_policy:\n        condition: |\n'),
    ['on-failure', 'any'],
  ],
  ['labels', service('    labels:\n      |\n'), ['traefik.enable', 'com.centurylinklabs.watchtower.enable']],
  ['labels, a list', service('    labels:\n      - |\n'), ['org.opencontainers.image.source']],
  ['limits', service('    ulimits:\n      |\n'), ['nofile', 'nproc']],
  ['kernel parameters', service('    sysctls:\n      |\n'), ['net.core.somaxconn']],
  ['hosts', service('    extra_hosts:\n      - |\n'), ['host.docker.internal:host-gateway']],
  ['log options', service('    logging:\n      driver: local\n      options:\n        |\n'), ['max-size', 'max-file']],
  ['tmpfs', service('    tmpfs: [|]\n'), ['/tmp']],
  [
    'a healthcheck of a known image',
    service('    image: postgres:17\n    healthcheck:\n      |\n'),
    ['test for postgres', 'interval'],
  ],
  [
    'ports of a known image',
    service('    image: postgres:17\n    ports:\n      - |\n').replace('    image: nginx\n', ''),
    ['5432:5432'],
  ],
  ['where a known image keeps its data', service('    volumes:\n      - |\n').replace('nginx', 'redis'), ['data:']],
  ['caches', service('    build:\n      cache_from:\n        - |\n'), ['type=gha']],
  ['contexts', service('    build:\n      additional_contexts:\n        base: |\n'), ['docker-image://', 'service:db']],
  ['platforms', service('    platform: |\n'), ['linux/amd64', 'linux/arm64']],
  ['gpus', service('    gpus:\n      - |\n'), ['count', 'device_ids']],
  ['a protocol', service('    ports:\n      - target: 1\n        protocol: |\n'), ['tcp', 'udp']],
  ['post_start', service('    post_start:\n      - |\n'), ['command', 'user']],
  ['provider', service('    provider:\n      |\n'), ['type', 'options']],
  ['ipam', 'networks:\n  a:\n    ipam:\n      config:\n        - |\n', ['subnet', 'gateway']],
  ['a network driver', 'networks:\n  a:\n    driver: |\n', ['bridge', 'overlay', 'macvlan']],
];

/** The same with something beside the cursor's line that follows it. */
export function withSiblings(marked: string): string {
  const lines = marked.split('\n');
  const at = lines.findIndex((line) => line.includes('|'));
  const [, indent = '', dash] = /^( *)(- )?/.exec(lines[at] ?? '') ?? [];
  lines.splice(at + 1, 0, dash === undefined ? `${indent}x-after: 1` : `${indent}- after`);
  return lines.join('\n');
}

/** The same with the beginning of a word typed. */
export function typing(marked: string, word: string): string {
  const typed = marked.includes('*|') ? word.slice(1, 2) : word.slice(0, 2);
  return marked.replace('|', `${typed}|`);
}

/** What may stand before it all. */
export const brokenElsewhere: readonly (readonly [string, string])[] = [
  ['an open quote', 'x-broken: "a\n'],
  ['an open bracket', 'x-broken: [a, b\n'],
  ['an open brace', 'x-broken: {a: b\n'],
  ['a half-typed key', 'x-bro\n'],
  ['a tab', 'x-broken:\n\t- a\n'],
  ['a bad indent', 'x-broken:\n    a: b\n  c: d\n'],
  ['two colons', 'x-broken: a: b\n'],
  ['a conflict', '<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> other\n'],
];
