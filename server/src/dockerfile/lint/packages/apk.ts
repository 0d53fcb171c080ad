import type { PackageManager } from './manager.ts';

/** Alpine's. @see https://man.archlinux.org/man/apk.8 */
export const apk: PackageManager = {
  programs: ['apk'],
  valued: new Set([
    'p',
    'root',
    'X',
    'repository',
    't',
    'virtual',
    'arch',
    'cache-dir',
    'cache-max-age',
    'keys-dir',
    'progress-fd',
    'repositories-file',
    'timeout',
    'wait',
  ]),
  installs: new Set(['add']),
  pins: {
    form: 'name=version, or name~version for its patches',
    // A file, a conflict (`!name`).
    isPinned: ({ text }) => /[=~<>]|\.apk$|^!/.test(text),
  },
};
