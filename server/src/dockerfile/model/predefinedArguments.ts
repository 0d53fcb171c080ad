/**
 * The arguments that exist before any `ARG`, for `FROM` lines only, with the values of a build on Linux for Linux.
 * @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export function platformArguments(buildArgs: Readonly<Record<string, string>> = {}): Record<string, string> {
  const platform = { OS: 'linux', ARCH: 'amd64', VARIANT: '', PLATFORM: 'linux/amd64' };
  const values = Object.fromEntries(
    ['BUILD', 'TARGET'].flatMap((side) => Object.entries(platform).map(([part, value]) => [`${side}${part}`, value])),
  );
  const all = { ...values, TARGETSTAGE: 'default' };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, buildArgs[name] ?? value]));
}

const proxies = new Set(['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY']);

/**
 * The arguments that every `RUN` may be given without an `ARG`, and those that the builder itself reads.
 * @see https://docs.docker.com/reference/dockerfile/#predefined-args
 */
export function isPredefinedArgument(name: string): boolean {
  return proxies.has(name.toUpperCase()) || name === 'SOURCE_DATE_EPOCH' || name.startsWith('BUILDKIT_');
}
