import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Flag } from '../../model/flags.ts';
import type { DockerfileFile } from '../file.ts';

export const noConstantPlatform: Rule<DockerfileFile> = {
  id: 'no-constant-platform',
  summary: 'Let the build choose the platform',
  rationale: `With a constant \`--platform\` the image is built for that platform whatever the build asks for. Leave the flag out, or
name \`$BUILDPLATFORM\` where a stage is to run on the machine that builds.

BuildKit makes an exception for stages whose name holds the system or the architecture (\`AS build-arm64\`), and for what
is no platform; hadolint does not.`,
  severity: 'warning',
  codes: ['DL3029', 'FromPlatformFlagConstDisallowed'],
  scope: 'step',
  examples: {
    bad: ['FROM --platform=linux/amd64 debian:12\n', 'FROM --platform=linux/arm64 debian:12 AS build-arm64\n'],
    good: ['FROM --platform=$BUILDPLATFORM golang:1.23 AS build\n', 'FROM debian:12\n'],
  },
  *check(file) {
    for (const { from, name } of file.stages) {
      const flag = from?.flag('platform');
      const platform = flag?.value?.replaceAll(/["']/g, '') ?? '';
      if (flag === undefined || platform === '' || platform.includes('$')) continue;
      yield report(file, { flag, platform, name: name?.text.toLowerCase() ?? '' });
    }
  },
};

function report(
  file: DockerfileFile,
  { flag, platform, name }: { readonly flag: Flag; readonly platform: string; readonly name: string },
): Finding {
  const parts = platformParts(platform);
  const meant = parts?.some((part) => name.includes(part)) === true;
  const rest = /^\s*/.exec(file.source.text.slice(flag.end))?.[0] ?? '';
  const blank = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const value = flag.within(0, flag.value?.length ?? 0);
  return {
    range: file.range(value),
    message: `The stage is always for ${platform}. Leave --platform out, or use $BUILDPLATFORM.`,
    codes: parts === undefined || meant ? ['DL3029'] : ['DL3029', 'FromPlatformFlagConstDisallowed'],
    ...(meant && { severity: 'style' }),
    fix: {
      title: 'Delete --platform',
      edits: [{ range: file.range({ start: flag.start, end: flag.end + blank }), newText: '' }],
      safe: false,
    },
    alternatives: [
      { title: 'Use $BUILDPLATFORM', edits: [{ range: file.range(value), newText: '$BUILDPLATFORM' }], safe: false },
    ],
  };
}

const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const architectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

/** System and architecture as BuildKit names them; `undefined` when it is no platform. */
function platformParts(platform: string): string[] | undefined {
  const parts = platform.toLowerCase().split('/');
  if (parts.length > 3 || !parts.every((part) => /^[\w.()-]+$/.test(part))) return undefined;
  const [first = '', second] = parts;
  const system = first.replace(/\(.*\)$/, '');
  if (second !== undefined) return [system === 'macos' ? 'darwin' : system, architecture(second)];
  if (systems.has(system) || system === 'macos') return [system];
  return architectures.has(architecture(first)) ? [architecture(first)] : undefined;
}

function architecture(name: string): string {
  const known: Readonly<Record<string, string>> = {
    i386: '386',
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    armhf: 'arm',
    armel: 'arm',
  };
  return known[name] ?? name;
}
