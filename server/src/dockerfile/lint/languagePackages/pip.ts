import type { Command, Word } from '../../../shell/script.ts';
import { hasOption } from '../arguments.ts';
import type { PackageManager } from './packageManager.ts';

/** The options of pip and pipx that take a value. */
const valued = new Set(
  `abi build build-option cache-dir cert client-cert config-settings constraint editable exists-action
extra-index-url find-links global-option group implementation index-url install-option keyring-provider log
no-binary only-binary pip-args platform prefix preinstall progress-bar proxy python python-version report
requirement retries root root-user-action src suffix target timeout trusted-host upgrade-strategy
uploaded-prior-to use-feature use-deprecated C b c e f i r t`.split(/\s+/),
);

/** @see https://pip.pypa.io/en/stable/topics/vcs-support/ */
const repository = /^(git|hg|svn|bzr)(\+[a-z-]+)?:/;

/** pip, also as `python -m pip`, and pipx. */
export const pip: PackageManager = {
  programs: /^(.*\/)?(pip|pipx|python|pypy)[\d.]*$/,
  own: pipWords,
  verbs: ['install'],
  upstreamVerbs: ['install'],
  takesValue: (name) => valued.has(name),
  isFixedElsewhere: (install) =>
    hasOption(install, 'r', 'requirement', 'c', 'constraint') || install.operands.some(({ text }) => text === '.'),
  isFixed: (name) => {
    if (/[=<>~!]=|[<>]/.test(name)) return true;
    if (repository.test(name)) return name.includes('@');
    return name.includes('/') || name.startsWith('.') || /\.(whl|zip|tar\.\w+)$/.test(name);
  },
  form: 'name==version',
};

function pipWords({ name, args }: Command): readonly Word[] | undefined {
  if (!/(python|pypy)[\d.]*$/.test(name.text)) return args;
  const module = args.findIndex(({ text }) => text === '-m');
  return module >= 0 && /^pipx?$/.test(args[module + 1]?.text ?? '') ? args.slice(module + 2) : undefined;
}
