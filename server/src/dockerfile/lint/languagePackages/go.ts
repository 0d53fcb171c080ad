import type { PackageManager } from './packageManager.ts';

/** The build flags of go that take a value; all of them have one dash or two. */
const valued =
  /^(C|o|p|n?x?asmflags|buildmode|buildvcs|compiler|covermode|coverpkg|exec|gccgoflags|gcflags|installsuffix|ldflags|mod|modfile|overlay|pgo|pkgdir|tags|toolexec)$/;

export const go: PackageManager = {
  programs: /^(.*\/)?go$/,
  verbs: ['install', 'get', 'run'],
  upstreamVerbs: ['install', 'get', 'run'],
  oneDash: true,
  takesValue: (name) => valued.test(name),
  // What follows the package of `go run` are the program's own arguments.
  packages: (operands, verb) => (verb === 'run' ? operands.slice(0, 1) : operands),
  isFixedElsewhere: () => false,
  isFixed: (name) => {
    const [path = '', version] = name.split('@');
    if (version !== undefined) return !/^(latest|upgrade|patch)?$/.test(version);
    return /^\.{0,2}\/|^\.{1,2}$|\.go$|^(all|cmd|std|tool)$/.test(path);
  },
  form: 'package@version',
};
