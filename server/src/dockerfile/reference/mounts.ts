export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

/** A kind of `RUN --mount`. Texts are Markdown. */
export interface MountTypeReference {
  readonly name: MountType;
  readonly doc: string;
  /** What is best written after the type, in the syntax of LSP snippets. */
  readonly snippet: string;
}

export const mountTypes: readonly MountTypeReference[] = [
  {
    name: 'cache',
    doc: 'A folder that stays between builds on the same builder, outside of the image: for package managers and compilers.',
    snippet: 'target=${1:/root/.cache}',
  },
  {
    name: 'bind',
    doc: 'Files of the context, of a stage or of an image, without copying them; read-only. What is written with `rw` is thrown away.',
    snippet: 'source=${1:.},target=${2:.}',
  },
  {
    name: 'secret',
    doc: 'A secret of the build (`docker build --secret id=…`), as a file or a variable, for this command only.',
    snippet: 'id=${1:name},env=${2:NAME}',
  },
  {
    name: 'ssh',
    doc: 'The SSH agent of the build (`docker build --ssh default`), for this command only.',
    snippet: '',
  },
  { name: 'tmpfs', doc: 'An empty folder in memory, thrown away afterwards.', snippet: 'target=${1:/tmp}' },
];

/** What a mount key's value is, for completion. */
export type MountValue =
  | 'type'
  | 'container-path'
  | 'source-path'
  | 'stage-or-image'
  | 'id'
  | 'sharing'
  | 'boolean'
  | 'size'
  | 'mode'
  | 'number'
  | 'variable';

export interface MountKeyReference {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly types: readonly MountType[];
  readonly value: MountValue;
  readonly doc: string;
  /** May be written without a value: then it is `true`. */
  readonly bare?: true;
  readonly standard?: string;
  readonly since?: string;
}

export const mountKeys: readonly MountKeyReference[] = [
  {
    name: 'type',
    aliases: [],
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
    value: 'type',
    doc: 'What is mounted.',
    standard: 'bind',
  },
  {
    name: 'target',
    aliases: ['dst', 'destination'],
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
    value: 'container-path',
    doc: 'Where it appears; relative to `WORKDIR` unless it is absolute. A secret without it is at `/run/secrets/` and its `id`.',
  },
  {
    name: 'source',
    aliases: ['src'],
    types: ['bind', 'cache'],
    value: 'source-path',
    doc: 'Which file or folder of `from`.',
    standard: 'its root',
  },
  {
    name: 'from',
    aliases: [],
    types: ['bind', 'cache'],
    value: 'stage-or-image',
    doc: 'A stage, an image or a named context; for a cache, what it holds at first.',
    standard: 'the build context, or an empty folder for a cache',
  },
  {
    name: 'id',
    aliases: [],
    types: ['cache', 'secret', 'ssh'],
    value: 'id',
    doc: 'The name of the cache, the secret or the agent. Mounts with the same one share it.',
    standard: 'the target; `default` for `ssh`',
  },
  {
    name: 'sharing',
    aliases: [],
    types: ['cache'],
    value: 'sharing',
    doc: 'What happens when two builds use the cache at once.',
    standard: 'shared',
  },
  {
    name: 'env',
    aliases: [],
    types: ['secret'],
    value: 'variable',
    doc: 'The variable that has the secret as its value, instead of a file or beside it.',
    since: '1.10',
  },
  {
    name: 'required',
    aliases: [],
    types: ['secret', 'ssh'],
    value: 'boolean',
    doc: 'The build fails when it was not given.',
    bare: true,
    standard: 'false',
  },
  {
    name: 'readonly',
    aliases: ['ro'],
    types: ['bind', 'cache'],
    value: 'boolean',
    doc: 'It cannot be written to.',
    bare: true,
  },
  {
    name: 'readwrite',
    aliases: ['rw'],
    types: ['bind', 'cache'],
    value: 'boolean',
    doc: 'It can be written to; of a `bind` what is written is thrown away.',
    bare: true,
  },
  {
    name: 'mode',
    aliases: [],
    types: ['cache', 'secret', 'ssh'],
    value: 'mode',
    doc: 'Permissions, octal.',
    standard: '0755 for a cache, 0400 for a secret, 0600 for an agent',
  },
  { name: 'uid', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'number', doc: 'The owner.', standard: '0' },
  { name: 'gid', aliases: [], types: ['cache', 'secret', 'ssh'], value: 'number', doc: 'The group.', standard: '0' },
  {
    name: 'size',
    aliases: [],
    types: ['tmpfs'],
    value: 'size',
    doc: 'The most that it may hold: `64m`, `1g`.',
    standard: 'no limit',
  },
];

/** A key by its name or another name of it. */
export function mountKeyNamed(name: string): MountKeyReference | undefined {
  const wanted = name.toLowerCase();
  return mountKeys.find((key) => key.name === wanted || key.aliases.includes(wanted));
}

/** A key's documentation with its other names, its default and since when there is one. */
export function mountKeyDoc({ doc, aliases, standard, since }: MountKeyReference): string {
  const lines = [doc];
  if (aliases.length > 0) lines.push(`Also ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`);
  if (standard !== undefined) lines.push(`Without it: ${standard}.`);
  if (since !== undefined) lines.push(`_Dockerfile ${since} and later._`);
  return lines.join('\n\n');
}

/** The values of `sharing`. */
export const sharings: readonly { readonly name: string; readonly doc: string }[] = [
  { name: 'locked', doc: 'One build after the other: what `apt` and other tools with lock files need.' },
  { name: 'shared', doc: 'All at once.' },
  { name: 'private', doc: 'Each has a folder of its own.' },
];

/** Folders that tools keep what they downloaded or compiled in; as root, unless the tool is told otherwise. */
export interface KnownCache {
  readonly target: string;
  readonly doc: string;
  /** Commands whose presence in the `RUN` makes it likely. */
  readonly tools: readonly string[];
  /** Base images, without registry and tag, that make it likely. */
  readonly images: RegExp;
  readonly locked?: true;
}

export const knownCaches: readonly KnownCache[] = [
  {
    target: '/var/cache/apt',
    doc: 'Packages of apt',
    tools: ['apt-get', 'apt'],
    images: /^(debian|ubuntu)$/,
    locked: true,
  },
  {
    target: '/var/lib/apt',
    doc: 'Package lists of apt',
    tools: ['apt-get', 'apt'],
    images: /^(debian|ubuntu)$/,
    locked: true,
  },
  { target: '/var/cache/apk', doc: 'Packages of apk', tools: ['apk'], images: /^alpine$/, locked: true },
  {
    target: '/var/cache/dnf',
    doc: 'Packages of dnf',
    tools: ['dnf', 'microdnf'],
    images: /^(fedora|rockylinux|almalinux)$/,
    locked: true,
  },
  { target: '/var/cache/yum', doc: 'Packages of yum', tools: ['yum'], images: /^(centos|amazonlinux)$/, locked: true },
  {
    target: '/var/cache/zypp',
    doc: 'Packages of zypper',
    tools: ['zypper'],
    images: /(^|\/)(leap|tumbleweed|bci-.*)$/,
    locked: true,
  },
  { target: '/root/.npm', doc: 'Packages of npm', tools: ['npm', 'npx'], images: /^node$/ },
  { target: '/usr/local/share/.cache/yarn', doc: 'Packages of Yarn 1', tools: ['yarn'], images: /^node$/ },
  { target: '/root/.yarn/berry/cache', doc: 'Packages of Yarn', tools: ['yarn'], images: /^node$/ },
  { target: '/root/.local/share/pnpm/store', doc: 'The store of pnpm', tools: ['pnpm'], images: /^node$/ },
  { target: '/root/.bun/install/cache', doc: 'Packages of Bun', tools: ['bun'], images: /(^|\/)bun$/ },
  { target: '/deno-dir', doc: 'Modules of Deno', tools: ['deno'], images: /(^|\/)deno$/ },
  {
    target: '/root/.cache/pip',
    doc: 'Packages of pip',
    tools: ['pip', 'pip3', 'python', 'python3'],
    images: /^(python|pypy)$/,
  },
  { target: '/root/.cache/uv', doc: 'Packages of uv', tools: ['uv'], images: /^python$|(^|\/)uv$/ },
  { target: '/root/.cache/pypoetry', doc: 'Packages of Poetry', tools: ['poetry'], images: /^python$/ },
  { target: '/go/pkg/mod', doc: 'Modules of Go', tools: ['go'], images: /^golang$/ },
  { target: '/root/.cache/go-build', doc: 'What Go has compiled', tools: ['go'], images: /^golang$/ },
  { target: '/usr/local/cargo/registry', doc: 'Crates of Cargo', tools: ['cargo'], images: /^rust$/ },
  { target: '/usr/local/cargo/git/db', doc: 'Repositories of Cargo', tools: ['cargo'], images: /^rust$/ },
  { target: '/root/.m2', doc: 'The repository of Maven', tools: ['mvn', 'mvnw', './mvnw'], images: /^maven$/ },
  {
    target: '/root/.gradle',
    doc: 'Packages and build cache of Gradle',
    tools: ['gradle', 'gradlew', './gradlew'],
    images: /^gradle$/,
  },
  { target: '/root/.nuget/packages', doc: 'Packages of NuGet', tools: ['dotnet'], images: /(^|\/)dotnet(\/.*)?$/ },
  { target: '/root/.cache/composer', doc: 'Packages of Composer', tools: ['composer'], images: /^php$/ },
  { target: '/tmp/cache', doc: 'Packages of Composer, in its own image', tools: [], images: /^composer$/ },
  { target: '/usr/local/bundle/cache', doc: 'Gems of Bundler', tools: ['bundle', 'gem'], images: /^ruby$/ },
  { target: '/root/.cache/ccache', doc: 'What ccache has compiled', tools: ['ccache'], images: /^gcc$/ },
];
