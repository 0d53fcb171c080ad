import type { Step } from '../model/step.ts';
import { platforms } from '../reference/values.ts';
import { hasVariable, mistyped, type Mistake } from './mistake.ts';

/** A part of a platform; an operating system may have its version in parentheses. */
const part = /^[\w-]+$/;
const system = /^[\w-]+(\([\w.-]*\))?$/;
/** What can stand alone: the rest is that of the machine that builds. */
const alone = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos ' +
    '386 aarch64 amd64 amd64p32 arm arm64 arm64be armbe armel armhf i386 loong64 mips mips64 mips64le mips64p32 mips64p32le ' +
    'mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm x86-64 x86_64'
  ).split(' '),
);

/**
 * `FROM --platform=os/arch/variant`, of which os or arch may stand alone.
 * @see https://pkg.go.dev/github.com/containerd/platforms#Parse
 */
export function* checkPlatform(step: Step): Iterable<Mistake> {
  const flag = step.flag('platform');
  const value = flag?.value;
  if (flag === undefined || value === undefined || value === '' || hasVariable(value)) return;
  const [first = '', ...others] = value.split('/');
  const isRight =
    others.length === 0
      ? alone.has(first.toLowerCase().replace(/\(.*\)$/, ''))
      : system.test(first) && others.length < 3 && others.every((other) => part.test(other));
  if (isRight) return;
  const message = value.includes(',')
    ? 'A stage has one platform. Say --platform=$TARGETPLATFORM, and build for several.'
    : 'A platform is os/arch, or os/arch/variant: linux/arm64, linux/arm/v7.';
  yield mistyped(
    { id: 'invalid-platform', at: flag.within(0, value.length), message },
    { written: value, candidates: platforms.map(({ name }) => name) },
  );
}
