import { homedir } from 'node:os';
import { commands, workspace, type ExtensionContext } from 'vscode';
import { systemClock } from './clock.ts';
import { LastBuilds } from './commands/image/lastBuilds.ts';
import { registerCommands } from './commands/register.ts';
import { LoadedFiles } from './document/files/loadFiles.ts';
import { createEngine } from './engine/createEngine.ts';
import { BuildLensProvider } from './language/buildLensProvider.ts';
import { ComposeLensProvider } from './language/composeLensProvider.ts';
import { createImageAnswers } from './language/imageAnswers.ts';
import { LanguageSupport } from './language/support.ts';
import { Disposables } from './lifecycle.ts';
import { Loaded } from './panel/loaded.ts';
import { createFindCredentials, knownRegistries } from './registry/credentials.ts';
import { createKnownTags } from './registry/knownTags.ts';
import { createSignIns } from './registry/signIns.ts';
import { createFetchRepositories, createFetchTags } from './registry/tagList.ts';
import { createStore } from './store/createStore.ts';
import { watchStrayHelpers } from './store/strayHelpers.ts';
import { createDetails } from './store/details.ts';
import { createMeters } from './store/meters.ts';
import { followSwarm } from './store/followSwarm.ts';
import { engineDetails } from './store/detailSources.ts';
import { showTree } from './tree/provider.ts';
import { treeSources } from './tree/sources.ts';
import { Reveals } from './tree/reveals.ts';
import { viewDefaults } from './tree/viewDefaults.ts';
import { createViews, type ViewId } from './tree/viewOptions.ts';
import { createServices, setting, textOf } from './ui/vscodeServices.ts';
import { VscodeUi } from './ui/vscodeUi.ts';

/** Builds everything and wires it, nothing else. */
export function activate(context: ExtensionContext): void {
  const { extensionPath, extensionUri, workspaceState: memory } = context;
  const all = new Disposables();
  context.subscriptions.push(all);
  const ui = all.add(new VscodeUi());
  const engine = all.add(
    createEngine({
      settings: () => ({ host: setting('gantry.engine.host'), context: setting('gantry.engine.context') }),
      env: process.env,
      home: homedir(),
      platform: process.platform,
      log: ui.log,
    }),
  );
  const store = all.add(createStore({ engine, onError: (error) => ui.log.error('A listener failed', error) }));
  all.add(watchStrayHelpers({ store, engine, log: ui.log }));
  const signIns = createSignIns({
    env: process.env,
    secrets: context.secrets,
    memory: context.globalState,
    findOthers: createFindCredentials({ env: process.env }),
  });
  const tags = createKnownTags({
    fetchTags: createFetchTags(signIns.find),
    // In a workspace that is not trusted each registry is asked about by itself.
    allowsAll: () => workspace.isTrusted && setting('gantry.dockerfile.registryTags'),
  });
  const answers = createImageAnswers({ engine, store, tags, setting, isTrusted: () => workspace.isTrusted });
  const language = all.add(new LanguageSupport({ extensionPath, ui, memory, answers }));
  all.add(
    workspace.onDidChangeConfiguration((event) => {
      for (const options of Object.values(views)) options.reread();
      if (!event.affectsConfiguration('gantry.engine')) return;
      engine.reset();
      store.reset();
      details.forget();
    }),
  );
  const onError = (error: unknown): void => ui.log.error('A listener failed', error);
  const fetchRepositories = createFetchRepositories(signIns.find);
  const registries = {
    hosts: async () => [...new Set([...(await knownRegistries({ env: process.env })), ...signIns.hosts()])],
    repositories: fetchRepositories,
    tags: (repository: string, signal: AbortSignal) => tags.fetch(repository, signal),
  };
  const details = all.add(
    createDetails({
      store,
      sources: engineDetails({
        engine,
        contexts: engine.dockerContexts,
        findCredentials: signIns.find,
        registries,
      }),
      onError,
    }),
  );
  all.add(
    followSwarm({ details, store }, (isManager) => {
      void commands.executeCommand('setContext', 'gantry.swarm.manager', isManager);
    }),
  );
  const meters = all.add(createMeters({ engine, store, clock: systemClock }));
  const reveals = all.add(new Reveals());
  const views = createViews(memory, viewDefaults(setting));
  for (const options of Object.values(views)) all.add(options);
  const folders = (): readonly string[] => (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const trees = new Map(
    treeSources({ store, details, contexts: engine.dockerContexts, meters, folders, views }).map((source) => [
      source.view,
      all.add(showTree({ ...source, store, details, reveals, clock: systemClock, log: ui.log })),
    ]),
  );
  const builds = all.add(new LastBuilds(() => systemClock.now()));
  all.add(new BuildLensProvider({ language, builds, clock: systemClock, log: ui.log }));
  all.add(new ComposeLensProvider({ language, store, clock: systemClock, log: ui.log }));
  const composeViews = all.add(
    new Loaded(async () => {
      const { ComposeViews } = await import('./panel/composeViews.ts');
      return new ComposeViews({
        extensionUri,
        store,
        outline: async (path) => language.request('gantry/composeOutline', await textOf(path)),
        config: async (path) => language.request('gantry/composeConfig', await textOf(path)),
        log: ui.log,
      });
    }),
  );
  const engineViews = all.add(
    new Loaded(async () => {
      const { EngineViews } = await import('./panel/engineViews.ts');
      return new EngineViews({ extensionUri, engine, store });
    }),
  );
  const engineFiles = all.add(new LoadedFiles({ engine, log: ui.log }));
  const services = createServices({
    builds,
    composeViews: composeViews.get,
    engine,
    engineViews: engineViews.get,
    engineFiles,
    language,
    memory,
    signIns,
    tags,
  });
  const rows = {
    reveals,
    show: async (view: ViewId, path: readonly string[]) => (await trees.get(view)?.show(path)) ?? false,
  };
  all.add(registerCommands({ engine, store, details, rows, ui, services, views }, commandIds(context)));
}

/** The commands that our manifest declares. */
function commandIds({ extension }: ExtensionContext): string[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  return contributes.commands.map(({ command }) => command);
}
