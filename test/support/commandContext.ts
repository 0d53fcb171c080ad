import { noContexts, noRegistries } from './details.ts';
import { matchesGlob, relative } from 'node:path';
import { invoke } from '../../client/src/commands/invoke.ts';
import type { Command, CommandContext, CommandServices } from '../../client/src/commands/command.ts';
import { LastBuilds } from '../../client/src/commands/image/lastBuilds.ts';
import type { ComposeCli } from '../../client/src/compose/cli.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { createKnownTags } from '../../client/src/registry/knownTags.ts';
import { createStore, type OwnedStore } from '../../client/src/store/createStore.ts';
import { createDetails } from '../../client/src/store/details.ts';
import { engineDetails } from '../../client/src/store/detailSources.ts';
import type { TreeNode } from '../../client/src/tree/node.ts';
import { Reveals } from '../../client/src/tree/reveals.ts';
import { createViews, type ViewId } from '../../client/src/tree/viewOptions.ts';
import type { ComposeOutline, DockerfileOutline, RunLine } from '../../server/src/protocol/requests.ts';
import { readSetting } from '../../server/src/protocol/readSettings.ts';
import { ScriptedUi } from './ui.ts';

/** An editor without an editor: what commands are given, and what it looks like afterwards. */
export interface Desk {
  readonly ui: ScriptedUi;
  readonly store: OwnedStore;
  readonly context: CommandContext;
  readonly services: TestServices;
  /** Rows that were brought to sight: the view and the ids. */
  readonly shown: readonly string[];
  /** Uses a command from the palette, or on rows: the first is the one that was clicked. */
  use(command: Command, ...rows: readonly TreeNode[]): Promise<void>;
  /** Uses a command on a file. */
  useOnFile(command: Command, path: string, stage?: string): Promise<void>;
  /** Uses a command on services of a compose file, as the line above them does. */
  useOnLens(command: Command, path: string, ...services: readonly string[]): Promise<void>;
  dispose(): void;
}

export interface TestServices extends CommandServices {
  folders: string[];
  files: string[];
  trusted: boolean;
  readonly saved: string[];
  /** Docker contexts that were added, and after a minus removed. */
  readonly written: string[];
  /** Paths that were opened. */
  readonly opened: string[];
  readonly takenPorts: Set<number>;
  active: string | undefined;
  activeCompose: string | undefined;
  composeFile: ComposeOutline | Error;
  cli: ComposeCli | undefined;
  readonly runLines: Map<string, RunLine>;
  /** Views on compose projects and on what containers take that were opened. */
  readonly views: string[];
  outline: DockerfileOutline | Error;
  readonly settings: Map<string, unknown>;
  readonly memory: Map<string, unknown>;
  /** What registries have, by the repository's name. */
  readonly repositories: Map<string, readonly string[]>;
}

/** A desk with this engine behind it; its store is live. */
export async function openDesk(engine: Engine): Promise<Desk> {
  const ui = new ScriptedUi();
  const store = createStore({ engine });
  const watching = store.watch();
  await store.ready();
  const services = testServices();
  const memento = { get: () => undefined, update: async () => {} };
  const views = createViews(memento);
  const details = createDetails({
    store,
    sources: engineDetails({
      registries: noRegistries,
      engine,
      contexts: noContexts,
      findCredentials: async () => ({ source: 'nowhere' }),
    }),
  });
  const shown: string[] = [];
  const rows = {
    reveals: new Reveals(),
    show: async (view: ViewId, path: readonly string[]) => shown.push(`${view} ${path.join(' ')}`) > 0,
  };
  const context: CommandContext = { engine, store, details, rows, ui, services, views };
  return {
    ui,
    store,
    context,
    services,
    shown,
    use: (command, ...rows) => invoke(command, context, rowArguments(rows)),
    useOnFile: (command, path, stage) =>
      invoke(command, context, [{ scheme: 'file', fsPath: path, ...(stage === undefined ? {} : { stage }) }]),
    useOnLens: (command, path, ...services) => invoke(command, context, [{ scheme: 'file', fsPath: path, services }]),
    dispose: () => {
      details.dispose();
      watching.dispose();
      store.dispose();
    },
  };
}

/** As VS Code hands rows over: the one that was clicked and, when it is one of several, the selection. */
function rowArguments(nodes: readonly TreeNode[]): unknown[] {
  const rows = nodes.map((node) => ({ id: node.id, node }));
  return rows.length > 1 ? [rows[0], rows] : [...rows, ...(rows.length === 1 ? [undefined] : [])];
}

function testServices(): TestServices {
  const unexpected = (what: string) => async (): Promise<never> => {
    throw new Error(`${what} was not expected`);
  };
  const services: TestServices = {
    folders: [],
    files: [],
    trusted: true,
    saved: [],
    opened: [],
    takenPorts: new Set(),
    active: undefined,
    activeCompose: undefined,
    composeFile: new Error('no compose file was expected'),
    cli: undefined,
    runLines: new Map(),
    outline: { stages: [], args: [] },
    settings: new Map(),
    memory: new Map(),
    workspaceFolders: () => services.folders,
    isTrusted: () => services.trusted,
    findFiles: async (glob) =>
      services.files.filter((path) => services.folders.some((root) => matchesGlob(relative(root, path), glob))),
    engineFiles: {
      list: unexpected('Files of the engine'),
      open: unexpected('A file of the engine'),
      browse: unexpected('Files in the explorer'),
    },
    showPath: async (path) => void services.opened.push(path),
    saveFile: async (path) => void services.saved.push(path),
    activeDockerfile: () => services.active,
    setting: (key) => readSetting(key, services.settings.get(key)),
    updateSetting: async (key, value) => void services.settings.set(key, value),
    contexts: async () => [],
    dockerContexts: {
      add: async (definition) => void services.written.push(definition.name),
      remove: async (name) => void services.written.push(`-${name}`),
    },
    written: [],
    language: { restart: unexpected('restart'), choose: unexpected('choose'), showLog: () => {} },
    dockerfileOutline: async () => {
      if (services.outline instanceof Error) throw services.outline;
      return services.outline;
    },
    activeComposeFile: () => services.activeCompose,
    composeOutline: async () => {
      if (services.composeFile instanceof Error) throw services.composeFile;
      return services.composeFile;
    },
    composeRunLine: async (_path, service) => services.runLines.get(service) ?? null,
    composeCli: async () => services.cli,
    fileExists: async (path) => services.files.includes(path),
    showServiceGraph: async (path) => void services.views.push(`graph ${path}`),
    showEffectiveConfig: async (path, how) => void services.views.push(`${how} ${path}`),
    showStats: async (subject) => void services.views.push(`stats ${subject.name}`),
    views: [],
    builds: new LastBuilds(() => 0),
    findCredentials: async () => ({ source: 'nowhere' }),
    signIns: { keep: unexpected('to sign in'), forget: unexpected('to sign out'), hosts: () => [] },
    tags: createKnownTags({
      fetchTags: async ({ repository }) => services.repositories.get(repository) ?? [],
      allowsAll: () => services.settings.get('gantry.dockerfile.registryTags') === true,
    }),
    repositories: new Map(),
    knownRegistries: async () => [],
    aws: unexpected('AWS'),
    isPortFree: async (port) => !services.takenPorts.has(port),
    remember: async (key, value) => {
      // What is remembered must survive being written as JSON.
      services.memory.set(key, JSON.parse(JSON.stringify(value)));
    },
    recall: (key) => services.memory.get(key),
  };
  return services;
}
