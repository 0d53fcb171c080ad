import type { DockerContext } from '../engine/endpoint/contextStore.ts';
import type { ContextEntry, DockerContexts } from '../engine/endpoint/contexts.ts';
import type { SwarmObject, SwarmService } from '../engine/port/swarm.ts';
import type { Engine } from '../engine/engine.ts';
import type { Container, Image, Mount, Network, NetworkAttachment, PortBinding, Volume } from '../engine/model.ts';
import type { FindCredentials } from '../registry/credentials.ts';
import type { SignIns } from '../registry/signIns.ts';
import type { KnownTags } from '../registry/knownTags.ts';
import type { Aws } from '../registry/ecr/ecr.ts';
import type { ComposeCli } from '../compose/cli.ts';
import type { ComposeOutline, DockerfileOutline, RunLine } from '../../../server/src/protocol/requests.ts';
import type { SettingKey, Settings } from '../../../server/src/protocol/settings.ts';
import type { Details, Question } from '../store/details.ts';
import type { Store } from '../store/store.ts';
import type { ViewId, Views } from '../tree/viewOptions.ts';
import type { Ui } from '../ui/ui.ts';
import type { RowControls } from './row.ts';
import type { EngineFiles } from './files/files.ts';
import type { LastBuilds } from './image/lastBuilds.ts';

/** What a command can be used on. A row in `Targets` adds a kind; the compiler finds what else must know it. */
export interface Targets {
  container: Container;
  image: ImageTarget;
  containerGroup: ContainerGroup;
  port: PortTarget;
  volume: Volume;
  network: Network;
  containerSet: ContainerSet;
  mount: MountTarget;
  attachment: AttachmentTarget;
  variable: VariableTarget;
  context: ContextEntry;
  remoteTag: RemoteTagTarget;
  service: SwarmService;
  swarmObject: SwarmObject;
  /** Rows that were asked for, as a whole. */
  section: Question;
  /** In the editor or the explorer, by an absolute path. */
  dockerfile: DockerfileTarget;
  /** A compose file, or what its containers' labels tell of the project. */
  composeProject: ComposeTarget;
}
export type TargetKind = keyof Targets;

/** A Dockerfile, and the stage that a build is to end with where one was clicked: a name, a number, empty for the last. */
export interface DockerfileTarget {
  readonly path: string;
  readonly stage?: string;
}

/** A compose project by one of its files, an absolute path, or by its containers; all its services, or some. */
export type ComposeTarget = (
  { readonly path: string; readonly project?: undefined } | (ContainerGroup & { readonly path?: undefined })
) & { readonly services?: readonly string[] };

/** An image, and the one of its tags that the tree's row stands for; without a tag the image as a whole. */
export interface ImageTarget {
  readonly image: Image;
  readonly tag?: string;
}

/** A port of a container, as its own row. */
export interface PortTarget {
  readonly container: Container;
  readonly port: PortBinding;
}

/** A mount of a container, as its own row. */
export interface MountTarget {
  readonly container: Container;
  readonly mount: Mount;
}

/** A container's place on a network, as its own row. */
export interface AttachmentTarget {
  readonly container: Container;
  readonly network: NetworkAttachment;
}

/** A tag in a registry, by its whole reference. */
export interface RemoteTagTarget {
  readonly reference: string;
}

/** A variable of a container, as its own row. */
export interface VariableTarget {
  readonly row: string;
  readonly name: string;
  readonly value: string;
}

/** Containers that have something in common: a stack, a network, an image, a label. */
export interface ContainerSet {
  readonly name: string;
  readonly containers: readonly Container[];
}

/** A compose project's containers. */
export interface ContainerGroup {
  readonly project: string;
  readonly containers: readonly Container[];
}

/** What a command works with; made once in `activate`. */
export interface CommandContext {
  readonly engine: Engine;
  readonly store: Store;
  readonly ui: Ui;
  readonly services: CommandServices;
  /** What the person has chosen to see in each view. */
  readonly views: Views;
  readonly details: Details;
  readonly rows: RowControls;
}

/** Whose stats a panel shows. */
export interface StatsSubject {
  /** What is shown, whatever its name. */
  readonly id: string;
  /** In the title: `Stats of web`. */
  readonly name: string;
  /** Asked of each running container, also of those that come later. */
  readonly includes: (container: Container) => boolean;
}

/** What some commands need beyond the engine. Each is made on first use. */
export interface CommandServices {
  /** Folders open in the editor, absolute paths. */
  workspaceFolders(): readonly string[];
  isTrusted(): boolean;
  /** Finds files by glob in the workspace, absolute paths; ignores `node_modules`. */
  findFiles(glob: string): Promise<readonly string[]>;
  /** Opens a file, or shows a folder in the explorer, else in the file manager. Throws `not-found` when nothing is there. */
  showPath(path: string): Promise<void>;
  /** Writes what is unsaved of a file in the editor to the disk. */
  saveFile(path: string): Promise<void>;
  /** The Dockerfile in the active editor, an absolute path. */
  activeDockerfile(): string | undefined;
  /** A setting's value; the default where the person wrote something else than the setting takes. */
  setting<K extends SettingKey>(key: K): Settings[K];
  /** Writes it into the person's own settings. */
  updateSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void>;
  /** The Docker contexts that `gantry.engine.context` can name. */
  contexts(): Promise<readonly DockerContext[]>;
  /** Writes them, as the Docker CLI does. */
  readonly dockerContexts: Pick<DockerContexts, 'add' | 'remove'>;
  readonly language: LanguageControls;
  /** Stages and build arguments of a Dockerfile, asked of the language server, which is started when it does not run. */
  dockerfileOutline(path: string): Promise<DockerfileOutline>;
  /** The compose file in the active editor, an absolute path. */
  activeComposeFile(): string | undefined;
  /** Project and services of a compose file, asked of the language server, which is started when it does not run. */
  composeOutline(path: string): Promise<ComposeOutline>;
  /** A service of a compose file as a `docker run`; `null` when it has none of that name. */
  composeRunLine(path: string, service: string): Promise<RunLine | null>;
  /** The Compose CLI, looked for until there is one. */
  composeCli(): Promise<ComposeCli | undefined>;
  /** The files of containers, images and volumes. */
  readonly engineFiles: EngineFiles;
  fileExists(path: string): Promise<boolean>;
  /** The views on a compose project: its graph, and what it comes to beside its file or compared with it. */
  showServiceGraph(path: string): Promise<void>;
  showEffectiveConfig(path: string, how: 'beside' | 'compared'): Promise<void>;
  /** A panel with the live charts of the containers that fit; one of the same id is brought to the front. */
  showStats(subject: StatsSubject): Promise<void>;
  /** How the builds of this window went. */
  readonly builds: LastBuilds;
  /** What was signed in from here or by `docker login`, for a registry. */
  readonly findCredentials: FindCredentials;
  readonly signIns: Pick<SignIns, 'keep' | 'forget' | 'hosts'>;
  /** The tags that registries have, where they may be asked. */
  readonly tags: Pick<KnownTags, 'isAllowed' | 'allow' | 'fetch'>;
  /** Registries' hosts that `docker login` stored something for, the Hub aside. */
  knownRegistries(): Promise<readonly string[]>;
  /** The AWS SDK, loaded on first use: `import('./registry/ecr/aws.ts')`. */
  aws(): Promise<Aws>;
  /** Nothing on this machine listens there, and we may. */
  isPortFree(port: number): Promise<boolean>;
  /** Small things remembered per workspace: the last answers of a form. Never secrets. */
  remember(key: string, value: unknown): Promise<void>;
  recall(key: string): unknown;
}

/** The language server, as far as a person works its switches. */
export interface LanguageControls {
  restart(): Promise<void>;
  /** Asks who works on Dockerfiles and compose files when other extensions do too. */
  choose(): Promise<void>;
  showLog(): void;
}

/** Where the command shows up besides the palette. Groups are VS Code's: `1_run@2`. */
export interface Placement {
  /** Position among the inline icons of a tree row; on rows with one of these flags only, where `when` names more. */
  readonly inline?: number | { readonly position: number; readonly when: readonly string[] };
  /** Group and order in the tree row's context menu. */
  readonly menu?: string;
  /** Group in the title bar of these views: `navigation@1` is an icon. `when` narrows it further. */
  readonly title?: { readonly views: readonly ViewId[]; readonly group: string; readonly when?: string };
  /** Group in the editor's and the explorer's context menu, for what is a file. */
  readonly editor?: string;
  /** Group in the editor's title bar, for what is a file: `navigation@1` is an icon. */
  readonly editorTitle?: string;
  /** Group in the title bar of a document with a log, of those only for which the clause `when` holds. */
  readonly logTitle?: { readonly group: string; readonly when?: string };
  /** Not in the palette (it makes sense on a row only). */
  readonly hiddenInPalette?: boolean;
}

interface Declared {
  readonly id: `gantry.${string}`;
  /** Sentence case verb, as menus show it; an ellipsis when it asks before it acts. */
  readonly title: string;
  /** Codicon's name. Needed for `inline` and for title icons. */
  readonly icon?: string;
  readonly placement: Placement;
  /** A VS Code `when` clause beyond the kind: for title bars and editors. */
  readonly enablement?: string;
  /** Runs something that the workspace's files say: refused, with the reason, while the workspace is not trusted. */
  readonly needsTrust?: boolean;
}

/** A command on things. From the palette a picker asks for them; `when` filters both the picker and the menus. */
export interface TargetCommand<K extends TargetKind> extends Declared {
  readonly on: K;
  /** May run on several at once. */
  readonly many: boolean;
  /** The row's flags (see `tree/node.ts`) of which the target must have at least one. */
  readonly when?: readonly string[];
  run(context: CommandContext, targets: readonly Targets[K][]): Promise<void>;
}

/** A command on nothing in particular. */
export interface PlainCommand extends Declared {
  readonly on?: undefined;
  readonly many?: undefined;
  readonly when?: undefined;
  /** `args` are what the caller handed over, of any kind: nothing from the palette. */
  run(context: CommandContext, args: readonly unknown[]): Promise<void>;
}

export type Command = PlainCommand | { [K in TargetKind]: TargetCommand<K> }[TargetKind];

/** Declares a command. It is registered, put into menus and into package.json by its line in `commands/index.ts`. */
export function defineCommand<K extends TargetKind>(command: TargetCommand<K>): TargetCommand<K>;
export function defineCommand(command: PlainCommand): PlainCommand;
export function defineCommand(command: Command): Command {
  return command;
}
