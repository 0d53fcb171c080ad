import { hasOption } from '../arguments.ts';
import type { PackageManager } from './packageManager.ts';

/** The short options of `gem install` that take a value. */
const valued = new Set('inPBsv');

/** Its long ones that take none. What it does not know at all is a setting of the gem's own build, with a value as a rule. */
const switches =
  /^(no-.*|env-shebang|force|wrappers|format-executable|user-install|minimal-deps|post-install-message|lock|suggestions|prerelease|verbose|document|ri|rdoc|vendor|ignore-dependencies|development|development-all|conservative|explain|local|remote|both|clear-sources|default|quiet|silent|backtrace|debug|norc|pre|update-sources|http-proxy|file)$/;

export const gem: PackageManager = {
  programs: /^(.*\/)?gem[\d.]*$/,
  verbs: ['install', 'i'],
  upstreamVerbs: ['install', 'i'],
  takesValue: (name) => (name.length === 1 ? valued.has(name) : !switches.test(name)),
  isFixedElsewhere: (install) => hasOption(install, 'v', 'version', 'g', 'file'),
  isFixed: (name) => name.includes(':') || name.includes('/') || name.endsWith('.gem'),
  form: 'name:version',
};
