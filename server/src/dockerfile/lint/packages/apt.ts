import { hasOption } from '../arguments.ts';
import { type Invocation, type PackageManager } from './manager.ts';

const installs = new Set(['install']);

/** Debian's, with its relatives. @see https://manpages.debian.org/apt-get */
export const apt: PackageManager = {
  programs: ['apt-get', 'apt', 'aptitude'],
  valued: new Set([
    't',
    'target-release',
    'default-release',
    'o',
    'option',
    'c',
    'config-file',
    'a',
    'host-architecture',
    'P',
    'build-profiles',
  ]),
  installs,
  pins: {
    form: 'name=version',
    // A release (`name/bookworm`), a file, a package to remove (`name-`).
    isPinned: ({ text }) => /[=/]|\.deb$|-$/.test(text),
  },
  prompts: {
    verbs: new Set([
      ...installs,
      'autoremove',
      'autopurge',
      'build-dep',
      'dist-upgrade',
      'full-upgrade',
      'purge',
      'reinstall',
      'remove',
      'safe-upgrade',
      'upgrade',
    ]),
    flag: '-y',
    after: 'verb',
    isAnswered: (invocation) =>
      hasOption(invocation, 'y', 'yes', 'assume-yes') ||
      quietness(invocation) > 1 ||
      configures(invocation, 'APT::Get::Assume-Yes', /^(true|yes|1)$/i) ||
      hasOption(invocation, 's', 'simulate', 'just-print', 'dry-run', 'recon', 'no-act', 'print-uris'),
  },
  cache: {
    content: 'package lists',
    filledBy: new Set(['update']),
    folders: ['/var/lib/apt/lists'],
    mounts: () => ['/var/cache/apt', '/var/lib/apt/lists'],
    clean: () => 'rm -rf /var/lib/apt/lists/*',
    isCleaned: ({ name, args }) =>
      ['apt-get', 'apt'].includes(name.text) && args.some(({ text }) => /^dist-?clean$/.test(text)),
  },
};

/** What rules say about `apt-get` alone: whoever uses `apt` is told that first. */
export const aptGet: PackageManager = { ...apt, programs: ['apt-get'] };

/** `-o KEY=value`; apt does not care about the case of keys. */
export function configures({ options }: Invocation, key: string, value: RegExp): boolean {
  return options.some((option) => {
    const [name = '', given = ''] = option.value?.split('=') ?? [];
    return /^o(ption)?$/.test(option.name) && name.toLowerCase() === key.toLowerCase() && value.test(given);
  });
}

/** Twice quiet is yes. */
function quietness({ options }: Invocation): number {
  return options
    .filter(({ name }) => name === 'q' || name === 'quiet')
    .reduce((sum, { value = '1' }) => sum + (Number(value) || 0), 0);
}
