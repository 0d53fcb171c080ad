/** A word that some place takes, with what it means. */
export interface KnownValue {
  readonly name: string;
  readonly doc: string;
}

/** Platforms that images are commonly built for, the most usual first. */
export const platforms: readonly KnownValue[] = [
  { name: 'linux/amd64', doc: 'Intel and AMD, 64 bit' },
  { name: 'linux/arm64', doc: 'ARM, 64 bit: Apple silicon, Graviton, Raspberry Pi 4' },
  { name: 'linux/arm/v7', doc: 'ARM, 32 bit, with hardware floating point' },
  { name: 'linux/arm/v6', doc: 'ARM, 32 bit: the first Raspberry Pi' },
  { name: 'linux/386', doc: 'Intel and AMD, 32 bit' },
  { name: 'linux/ppc64le', doc: 'POWER, little endian' },
  { name: 'linux/s390x', doc: 'IBM Z' },
  { name: 'linux/riscv64', doc: 'RISC-V, 64 bit' },
  { name: 'linux/loong64', doc: 'LoongArch, 64 bit' },
  { name: 'linux/mips64le', doc: 'MIPS, 64 bit, little endian' },
  { name: 'windows/amd64', doc: 'Windows, 64 bit' },
  { name: 'wasi/wasm', doc: 'WebAssembly' },
];

export const signals: readonly KnownValue[] = [
  { name: 'SIGTERM', doc: 'Please end. The signal without STOPSIGNAL.' },
  { name: 'SIGINT', doc: 'As Ctrl+C; what many servers take for a quick end.' },
  { name: 'SIGQUIT', doc: 'A graceful end for nginx, PHP-FPM and others.' },
  { name: 'SIGKILL', doc: 'Ends at once; cannot be caught.' },
  { name: 'SIGHUP', doc: 'Often: read the configuration again.' },
  { name: 'SIGUSR1', doc: 'Has a meaning of the program’s own.' },
  { name: 'SIGUSR2', doc: 'Has a meaning of the program’s own.' },
  { name: 'SIGWINCH', doc: 'A graceful end for the Apache HTTP server.' },
  { name: 'SIGABRT', doc: 'Abort, often with a core dump.' },
  { name: 'SIGALRM', doc: 'A timer has run out.' },
  { name: 'SIGPIPE', doc: 'Nobody reads any more.' },
  { name: 'SIGRTMIN+3', doc: 'A halt for systemd.' },
];

export const networks: readonly KnownValue[] = [
  { name: 'default', doc: 'The network of the builder, as without the flag.' },
  { name: 'none', doc: 'No network.' },
  { name: 'host', doc: 'The network of the host; the builder must allow it.' },
];

export const securities: readonly KnownValue[] = [
  { name: 'sandbox', doc: 'As without the flag.' },
  { name: 'insecure', doc: 'All privileges; the builder must allow it.' },
];

export const modes: readonly KnownValue[] = [
  { name: '755', doc: 'rwxr-xr-x: programs and folders' },
  { name: '644', doc: 'rw-r--r--: files' },
  { name: '555', doc: 'r-xr-xr-x: programs that nobody changes' },
  { name: '444', doc: 'r--r--r--: files that nobody changes' },
  { name: '700', doc: 'rwx------: for the owner only' },
  { name: '600', doc: 'rw-------: secrets' },
  { name: 'u=rwX,go=rX', doc: 'Programs and folders stay executable, files do not become it.' },
];

export const durations: readonly string[] = ['5s', '10s', '30s', '1m', '5m'];

/** Values of `SHELL`, whole. */
export const shellForms: readonly KnownValue[] = [
  { name: '["/bin/bash", "-o", "pipefail", "-c"]', doc: 'bash, where a pipe fails with any of its parts' },
  { name: '["/bin/bash", "-euxo", "pipefail", "-c"]', doc: 'bash, strict, and it shows each command' },
  { name: '["/bin/ash", "-o", "pipefail", "-c"]', doc: 'Alpine’s shell, where a pipe fails with any of its parts' },
  { name: '["/bin/sh", "-c"]', doc: 'As without SHELL' },
  {
    name: '["pwsh", "-NoProfile", "-Command", "$ErrorActionPreference = \'Stop\'; $ProgressPreference = \'SilentlyContinue\';"]',
    doc: 'PowerShell; the build fails with the first error',
  },
  {
    name: '["powershell", "-NoProfile", "-Command", "$ErrorActionPreference = \'Stop\'; $ProgressPreference = \'SilentlyContinue\';"]',
    doc: 'Windows PowerShell; the build fails with the first error',
  },
  { name: '["cmd", "/S", "/C"]', doc: 'As without SHELL, on Windows' },
];

/** Ports with a well-known use. */
export const ports: readonly KnownValue[] = [
  { name: '80', doc: 'HTTP' },
  { name: '443', doc: 'HTTPS' },
  { name: '8080', doc: 'HTTP, without privileges' },
  { name: '3000', doc: 'Node.js and Rails' },
  { name: '5000', doc: 'Flask' },
  { name: '8000', doc: 'Django, uvicorn' },
  { name: '5432', doc: 'PostgreSQL' },
  { name: '3306', doc: 'MySQL' },
  { name: '6379', doc: 'Redis' },
  { name: '27017', doc: 'MongoDB' },
  { name: '53/udp', doc: 'DNS' },
];
