/**
 * Every setting, once: package.json, docs/settings.md and the type of `Settings` follow from this table.
 * `restricted` settings are ignored in an untrusted workspace when the workspace sets them.
 */
export interface SettingRow {
  readonly type: 'boolean' | 'string' | 'number' | 'object' | 'array';
  readonly default: unknown;
  /** Markdown. */
  readonly description: string;
  readonly scope: 'application' | 'machine' | 'machine-overridable' | 'window' | 'resource' | 'language-overridable';
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly restricted?: boolean;
  /** Read by the language server too, so sent to it. */
  readonly server?: boolean;
  /** More of the JSON schema: `additionalProperties`, `items`, `minimum`. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** The words of `gantry.language.*`. */
const languageMode = {
  type: 'string',
  default: 'auto',
  enum: ['auto', 'on', 'problems', 'editing', 'off'],
  enumDescriptions: [
    'Everything, except what another installed extension (Container Tools, Docker DX, YAML, hadolint) does for the same files.',
    'Everything, whatever else is installed.',
    'Problems and their quick fixes only.',
    'Completion, hover, formatting, navigation and the rest of editing, but no problems.',
    'Nothing.',
  ],
  scope: 'window',
} as const;

export const settingsTable = {
  'gantry.language.dockerfile': {
    ...languageMode,
    description: 'What Gantry does in Dockerfiles.',
  },
  'gantry.language.compose': {
    ...languageMode,
    description: 'What Gantry does in compose files.',
  },
  'gantry.lint.enable': {
    type: 'boolean',
    default: true,
    description: 'Report problems in Dockerfiles and compose files.',
    scope: 'resource',
    server: true,
  },
  'gantry.lint.rules': {
    type: 'object',
    default: {},
    description:
      "Severity per rule: `error`, `warning`, `info`, `style` or `off`, by the rule's id or by the name another tool gives it (`DL3006`, `StageNameCasing`).",
    scope: 'resource',
    server: true,
    schema: { additionalProperties: { type: 'string', enum: ['error', 'warning', 'info', 'style', 'off'] } },
  },
  'gantry.dockerfile.codeLens': {
    type: 'boolean',
    default: true,
    description:
      'Show above each `FROM` a line that builds the image, or up to that stage, with how the last build went.',
    scope: 'window',
  },
  'gantry.lint.shellcheck.path': {
    type: 'string',
    default: '',
    description:
      'The [ShellCheck](https://www.shellcheck.net) that looks into `RUN`: an absolute path, or a name to look up on `PATH`. Empty: `shellcheck`, if it is there. `off`: none.',
    scope: 'machine-overridable',
    restricted: true,
    server: true,
  },
  'gantry.format.casing': {
    type: 'string',
    default: 'majority',
    enum: ['majority', 'upper', 'lower', 'keep'],
    enumDescriptions: [
      'As most instructions of the file are; upper case when there are as many of both.',
      'Upper case.',
      'Lower case.',
      'As they are.',
    ],
    description: 'How formatting a Dockerfile writes its instructions.',
    scope: 'resource',
    server: true,
  },
  'gantry.format.sortPackages': {
    type: 'boolean',
    default: false,
    description:
      'Formatting a Dockerfile sorts the packages that `apt-get`, `apk`, `dnf`, `yum` or `zypper` is given on a line each; the comments above a package go with it.',
    scope: 'resource',
    server: true,
  },
  'gantry.format.sortKeys': {
    type: 'boolean',
    default: false,
    description:
      'Formatting a compose file puts the keys of services, and the sections of the file, in the usual order: `image` and `build` first, `services` before `networks` and `volumes`; the comments above a key go with it.',
    scope: 'resource',
    server: true,
  },
  'gantry.compose.inlayHints': {
    type: 'boolean',
    default: true,
    description:
      'Show in compose files, behind a value with variables, what it comes to with `.env` and the environment. Values that look like secrets are not shown.',
    scope: 'resource',
    server: true,
  },
  'gantry.dockerfile.engineImages': {
    type: 'boolean',
    default: true,
    description:
      'Offer the engine’s images in `FROM`, `--from` and a compose file’s `image`, also when no view has connected to the engine yet. Off: only while one is connected.',
    scope: 'window',
  },
  'gantry.dockerfile.registryTags': {
    type: 'boolean',
    default: false,
    description:
      'Ask an image’s registry for its tags when a `:` is typed in `FROM` or a compose file’s `image`. The image’s name is sent to the registry, with what `docker login` stored for it when it wants a sign-in. Off: only after you chose “Fetch tags from …”.',
    scope: 'application',
  },
  'gantry.engine.host': {
    type: 'string',
    default: '',
    description:
      'Address of the engine: `unix:///path/to.sock`, `npipe:////./pipe/name` or `tcp://host:port`. Empty: as the Docker CLI does (`DOCKER_HOST`, `DOCKER_CONTEXT`, the current context, the usual sockets).',
    scope: 'machine-overridable',
    restricted: true,
  },
  'gantry.engine.context': {
    type: 'string',
    default: '',
    description: 'Name of the Docker context to use. Empty: the current one.',
    scope: 'machine-overridable',
    restricted: true,
  },
  'gantry.containers.groupBy': {
    type: 'string',
    default: 'project',
    enum: ['project', 'network', 'image', 'label', 'none'],
    enumDescriptions: [
      'Compose projects and Swarm stacks.',
      'Networks; a container that is on several stands in each.',
      'Images.',
      'Values of the label `gantry.containers.groupByLabel`.',
      'No groups.',
    ],
    description: 'How the containers’ view groups its rows, until you choose something else in a workspace.',
    scope: 'window',
  },
  'gantry.containers.groupByLabel': {
    type: 'string',
    default: '',
    description: 'The label by whose values containers are grouped, when they are grouped by a label.',
    scope: 'window',
  },
  'gantry.containers.sortBy': {
    type: 'string',
    default: 'name',
    enum: ['name', 'created', 'state', 'image'],
    enumDescriptions: ['By name.', 'The newest first.', 'What runs first.', 'By image.'],
    description: 'How the containers’ view sorts its rows, until you choose something else in a workspace.',
    scope: 'window',
  },
  'gantry.images.sortBy': {
    type: 'string',
    default: 'name',
    enum: ['name', 'created', 'size'],
    enumDescriptions: ['By repository and tag.', 'The newest first.', 'The largest first.'],
    description: 'How the images’ view sorts its rows, until you choose something else in a workspace.',
    scope: 'window',
  },
  'gantry.compose.path': {
    type: 'string',
    default: '',
    description:
      'The Compose CLI that runs compose files: an absolute path, or a name to look up on `PATH` (`docker` stands for `docker compose`). Empty: `docker compose`, else `docker-compose`.',
    scope: 'machine',
  },
  'gantry.compose.files': {
    type: 'array',
    default: [],
    description:
      'The files of the workspace’s compose project, in the order in which they are merged, as with `-f`: absolute, or from the workspace folder. Empty: a file called as Compose expects is run with its override file (or what `COMPOSE_FILE` says), any other by itself.',
    scope: 'resource',
    schema: { items: { type: 'string' } },
  },
  'gantry.compose.envFiles': {
    type: 'array',
    default: [],
    description:
      'Files with the variables of compose files, as with `--env-file`: absolute, or from the workspace folder. Empty: `.env` beside the compose file.',
    scope: 'resource',
    schema: { items: { type: 'string' } },
  },
  'gantry.compose.codeLens': {
    type: 'object',
    default: { up: true, down: true, restart: true, logs: true, state: true, ports: true },
    description:
      'What stands above a compose file’s project and services: actions, the state of their containers while an engine is connected, and links to published ports.',
    scope: 'window',
    schema: {
      additionalProperties: false,
      properties: Object.fromEntries(
        ['up', 'down', 'restart', 'logs', 'state', 'ports'].map((name) => [name, { type: 'boolean', default: true }]),
      ),
    },
  },
  'gantry.build.showOutput': {
    type: 'string',
    default: 'always',
    enum: ['always', 'onFailure', 'never'],
    enumDescriptions: [
      'When the build begins, beside the editor; the focus stays where it is.',
      'When the build has failed.',
      'Only when it is asked for, after a failed build.',
    ],
    description: 'When a build’s output is shown.',
    scope: 'window',
  },
  'gantry.logs.tail': {
    type: 'number',
    default: 1000,
    description: 'How many of the last lines of a container’s log are shown at first. `0` shows all.',
    scope: 'window',
    schema: { minimum: 0 },
  },
  'gantry.logs.timestamps': {
    type: 'boolean',
    default: false,
    description: 'Put the time before each line of a container’s log.',
    scope: 'window',
  },
  'gantry.terminal.detachKeys': {
    type: 'string',
    default: 'ctrl-x,ctrl-d',
    description:
      'Keys that leave a container which a terminal is attached to, as in Docker’s own `detachKeys`. (Docker’s default, `ctrl-p,ctrl-q`, never reaches the terminal: the editor takes `Ctrl+P`.)',
    scope: 'window',
  },
} as const satisfies Record<string, SettingRow>;

export type SettingKey = keyof typeof settingsTable;

type Widen<T> = T extends boolean
  ? boolean
  : T extends number
    ? number
    : T extends string
      ? string
      : T extends readonly unknown[]
        ? readonly string[]
        : Readonly<Record<string, unknown>>;
/** A row's value as its type says; an enum's as one of its words. */
type ValueOf<R> = R extends { readonly enum: readonly (infer E)[] }
  ? E
  : R extends { readonly default: infer D }
    ? Widen<D>
    : never;

/** The values by full key. What a user writes wrong (another type, a word that is not in the enum) is the default. */
export type Settings = { readonly [K in SettingKey]: ValueOf<(typeof settingsTable)[K]> };
