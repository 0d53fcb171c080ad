/** A build argument that exists without being declared, or gets its value by itself once it is. Texts are Markdown. */
export interface PredefinedArg {
  readonly name: string;
  readonly doc: string;
  /**
   * `platform`: there in every `FROM`, and in a stage after `ARG name`. `proxy`: there in every `RUN`, without `ARG`.
   * `option`: read by the builder itself.
   */
  readonly kind: 'platform' | 'proxy' | 'option';
  readonly example?: string;
}

const platform = (name: string, doc: string, example: string): PredefinedArg => ({
  name,
  doc,
  kind: 'platform',
  example,
});
const proxy = (name: string): PredefinedArg => ({
  name,
  doc: 'The proxy of the build; not kept in its history.',
  kind: 'proxy',
});
const option = (name: string, doc: string): PredefinedArg => ({ name, doc, kind: 'option' });

export const predefinedArgs: readonly PredefinedArg[] = [
  platform('TARGETPLATFORM', 'The platform that is built for.', 'linux/arm64'),
  platform('TARGETOS', 'The operating system that is built for.', 'linux'),
  platform('TARGETARCH', 'The architecture that is built for.', 'arm64'),
  platform('TARGETVARIANT', 'The variant of the architecture that is built for; mostly empty.', 'v7'),
  platform('BUILDPLATFORM', 'The platform of the builder.', 'linux/amd64'),
  platform('BUILDOS', 'The operating system of the builder.', 'linux'),
  platform('BUILDARCH', 'The architecture of the builder.', 'amd64'),
  platform('BUILDVARIANT', 'The variant of the builder’s architecture; mostly empty.', 'v8'),
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
    proxy(name),
    proxy(name.toLowerCase()),
  ]),
  option('BUILDKIT_BUILD_NAME', 'A name for the build, for the progress output.'),
  option('BUILDKIT_CACHE_MOUNT_NS', 'A prefix for the ids of cache mounts.'),
  option('BUILDKIT_CONTEXT_KEEP_GIT_DIR', 'Keeps `.git` when the context is a repository.'),
  option('BUILDKIT_DOCKERFILE_CHECK', 'What the `check` directive says, from outside.'),
  option('BUILDKIT_INLINE_CACHE', 'Writes cache metadata into the image.'),
  option('BUILDKIT_MULTI_PLATFORM', 'The result has a folder per platform, also for one platform only.'),
  option('BUILDKIT_SANDBOX_HOSTNAME', 'The host name that steps see.'),
  option('BUILDKIT_SYNTAX', 'What the `syntax` directive says, from outside.'),
  option('SOURCE_DATE_EPOCH', 'The time stamp of everything that is built, in seconds since 1970.'),
];

/** What may follow the name in `${name…}`. Texts are Markdown. */
export interface ModifierReference {
  readonly modifier: string;
  readonly placeholder: string;
  readonly doc: string;
  /** Not in every stable version of the syntax. */
  readonly since?: string;
}

export const modifiers: readonly ModifierReference[] = [
  { modifier: ':-', placeholder: 'default', doc: 'The default when the variable is unset or empty.' },
  { modifier: '-', placeholder: 'default', doc: 'The default when the variable is unset.' },
  { modifier: ':+', placeholder: 'word', doc: 'The word when the variable is set and not empty, else nothing.' },
  { modifier: '+', placeholder: 'word', doc: 'The word when the variable is set, else nothing.' },
  {
    modifier: ':?',
    placeholder: 'message',
    doc: 'The build fails with the message when the variable is unset or empty.',
  },
  { modifier: '?', placeholder: 'message', doc: 'The build fails with the message when the variable is unset.' },
  { modifier: '#', placeholder: 'pattern', doc: 'Without the shortest match at the beginning.', since: '1.7-labs' },
  { modifier: '##', placeholder: 'pattern', doc: 'Without the longest match at the beginning.', since: '1.7-labs' },
  { modifier: '%', placeholder: 'pattern', doc: 'Without the shortest match at the end.', since: '1.7-labs' },
  { modifier: '%%', placeholder: 'pattern', doc: 'Without the longest match at the end.', since: '1.7-labs' },
  { modifier: '/', placeholder: 'pattern/text', doc: 'The first match replaced.', since: '1.7-labs' },
  { modifier: '//', placeholder: 'pattern/text', doc: 'Every match replaced.', since: '1.7-labs' },
];
