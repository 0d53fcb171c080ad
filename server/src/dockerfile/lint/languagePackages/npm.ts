import type { PackageManager } from './packageManager.ts';

/** The settings of npm that take a value, of those that make sense with an install. */
const valued = new Set(
  `C L w audit-level auth-type before ca cache cache-max cache-min cafile cert cpu depth
fetch-retries fetch-retry-factor fetch-retry-maxtimeout fetch-retry-mintimeout fetch-timeout git globalconfig
https-proxy include install-strategy key libc local-address location lockfile-version loglevel logs-dir
logs-max maxsockets network-timeout noproxy omit only os otp prefix proxy registry scope
script-shell tag target umask user user-agent userconfig workspace`.split(/\s+/),
);

export const npm: PackageManager = {
  programs: /^(.*\/)?npm$/,
  verbs: ['install', 'i', 'add', 'in', 'isntall'],
  upstreamVerbs: ['install'],
  takesValue: (name) => valued.has(name),
  // A switch may be told `true` or `false` in the next word.
  packages: (operands) => operands.filter(({ text }) => !/^(true|false)$/.test(text)),
  isFixedElsewhere: () => false,
  isFixed: (name) => {
    if (/^(git|git\+\w+):\/\/|^(github|gitlab|bitbucket|gist):/.test(name)) return name.includes('#');
    if (/^(~|\.{0,2})\/|^\.{1,2}$|^(file|https?):|\.(tar|tar\.\w+|tgz)$/.test(name)) return true;
    const unscoped = name.replace(/^@[^/]*\//, '');
    // `user/repository#commit` is GitHub's.
    return unscoped.includes('@') || (unscoped.includes('/') && unscoped.includes('#'));
  },
  form: 'name@version',
};
