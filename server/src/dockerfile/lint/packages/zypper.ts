import { hasOption } from '../arguments.ts';
import { type Invocation, type PackageManager } from './manager.ts';

const installs = new Set(['install', 'in']);

/** SUSE's. @see https://manpages.opensuse.org/zypper.8 */
export const zypper: PackageManager = {
  programs: ['zypper'],
  valued: new Set([
    'c',
    'config',
    'userdata',
    'R',
    'root',
    'installroot',
    'reposd-dir',
    'D',
    'C',
    'cache-dir',
    'raw-cache-dir',
    'solv-cache-dir',
    'pkg-cache-dir',
    'p',
    'plus-repo',
    'plus-content',
    'releasever',
    'r',
    'repo',
    'from',
    't',
    'type',
    'download',
  ]),
  installs,
  pins: {
    form: 'name=version',
    isPinned: ({ text }, { options }) =>
      /[=<>]|\.rpm$|:\/\/|^\/|^(pattern|product|patch|srcpackage):/.test(text) ||
      options.some(({ name, value }) => (name === 't' || name === 'type') && value !== 'package'),
  },
  prompts: {
    verbs: new Set([
      ...installs,
      'dist-upgrade',
      'dup',
      'install-new-recommends',
      'inr',
      'patch',
      'remove',
      'rm',
      'source-install',
      'si',
      'update',
      'up',
      'verify',
      've',
    ]),
    // Not every verb takes -y; the global option is the same, and there `-n` after the verb means `--name`.
    flag: '-n',
    after: 'program',
    isAnswered: (invocation) =>
      hasOption(invocation, 'non-interactive', 'y', 'no-confirm', 'D', 'dry-run') || isGlobal(invocation, 'n'),
  },
  cache: {
    content: 'package lists and packages',
    filledBy: new Set([...installs, 'dist-upgrade', 'dup', 'patch', 'refresh', 'ref', 'update', 'up']),
    folders: ['/var/cache/zypp'],
    mounts: () => ['/var/cache/zypp'],
    clean: () => 'zypper clean --all',
    isCleaned: ({ name, args }) => name.text === 'zypper' && args.some(({ text }) => text === 'clean' || text === 'cc'),
  },
};

function isGlobal({ options, verb }: Invocation, letter: string): boolean {
  return options.some(({ name, word }) => name === letter && word.start < verb.start);
}
