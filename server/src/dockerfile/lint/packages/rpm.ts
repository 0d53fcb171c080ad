import type { Word } from '../../../shell/script.ts';
import { chain } from '../../model/stage.ts';
import type { Step } from '../../model/step.ts';
import { hasOption } from '../arguments.ts';
import { type Invocation, type PackageManager } from './manager.ts';

const installs = new Set(['install', 'in', 'localinstall']);
const fills = [
  ...installs,
  'builddep',
  'distro-sync',
  'downgrade',
  'dg',
  'groupinstall',
  'makecache',
  'reinstall',
  'rei',
  'swap',
  'update',
  'upgrade',
  'up',
  'upgrade-minimal',
  'up-min',
];

/** What yum and dnf have in common. @see https://dnf.readthedocs.io/en/latest/command_ref.html */
const common = {
  valued: new Set([
    'c',
    'config',
    'd',
    'debuglevel',
    'e',
    'errorlevel',
    'R',
    'randomwait',
    'x',
    'exclude',
    'excludepkgs',
    'advisory',
    'advisories',
    'bz',
    'color',
    'comment',
    'cve',
    'destdir',
    'disableexcludes',
    'disableplugin',
    'disablerepo',
    'downloaddir',
    'enableplugin',
    'enablerepo',
    'forcearch',
    'installroot',
    'releasever',
    'repo',
    'repofrompath',
    'repoid',
    'rpmverbosity',
    'sec-severity',
    'setopt',
  ]),
  subjects: new Set(['module', 'group', 'groups', 'environment']),
  installs,
  pins: { form: 'name-version', isPinned },
  prompts: {
    verbs: new Set([
      ...fills.filter((verb) => verb !== 'makecache'),
      'autoremove',
      'erase',
      'groupremove',
      'remove',
      'rm',
    ]),
    flag: '-y',
    after: 'verb',
    isAnswered: (invocation) => hasOption(invocation, 'y', 'assumeyes', 'assumeno', 'downloadonly'),
  },
  cache: {
    content: 'metadata and packages',
    filledBy: new Set(fills),
    folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
    mounts: (step, program) => [cacheFolder(step, program)],
    clean: (program) => `${program} clean all`,
    isCleaned: ({ name, args }, program) =>
      name.text === program && ['clean', 'all'].every((word) => args.some(({ text }) => text === word)),
  },
} as const satisfies Omit<PackageManager, 'programs'>;

export const yum: PackageManager = { ...common, programs: ['yum'] };
export const dnf: PackageManager = { ...common, programs: ['dnf', 'microdnf', 'dnf5'] };

/** Fedora has dnf 5 under the name of dnf since its release 41. */
function cacheFolder(step: Step, program: string): string {
  const fedora = chain(step.stage).some(({ base }) =>
    /(^|\/)fedora(:(latest|rawhide|4[1-9]|[5-9]\d)|$)/.test(base ?? ''),
  );
  if (program === 'dnf5' || (fedora && program === 'dnf')) return '/var/cache/libdnf5';
  return program === 'dnf' ? '/var/cache/dnf' : '/var/cache/yum';
}

/**
 * `name-version`, `name-epoch:version-release.arch`: the last part begins with a digit, or is a wildcard after one that
 * does. A module's stream follows a colon; groups, files and addresses have no version to choose.
 */
function isPinned(word: Word, invocation: Invocation): boolean {
  const { text } = word;
  const subject = invocation.subject?.text;
  if (subject === 'module') return text.includes(':');
  if (subject !== undefined || /^@|^\/|^\.|:\/\/|\.rpm$|[<>=]/.test(text)) return true;
  const variable = /-\$\{?(\w+)[^-]*$/.exec(text)?.[1];
  if (variable !== undefined && !word.literal) return isSet(variable, invocation);
  return /-\d[^-]*(-[\d*][^-]*)?$/.test(text);
}

/** By the file for this stage, by an `ARG` of an earlier one (as hadolint has it), or by the `RUN` itself. */
function isSet(name: string, { file, step }: Invocation): boolean {
  if (file.values.at(step).has(name)) return true;
  const declared = file
    .all('ARG')
    .some((arg) => arg.start < step.start && arg.assignments.some((one) => one.name === name));
  return declared || new RegExp(`(^|[\\s;&|(])(${name}=|(for|read)\\s+${name}\\b)`).test(step.textOf(step));
}
