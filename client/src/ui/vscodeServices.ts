import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { ConfigurationTarget, FileType, Uri, commands, window, workspace, type Memento } from 'vscode';
import { readSetting } from '../../../server/src/protocol/readSettings.ts';
import type { SettingKey, Settings } from '../../../server/src/protocol/settings.ts';
import { findComposeCli, type ComposeCli } from '../compose/cli.ts';
import type { CommandServices } from '../commands/command.ts';
import type { EngineFiles } from '../commands/files/files.ts';
import type { LastBuilds } from '../commands/image/lastBuilds.ts';
import type { DockerEngine } from '../engine/createEngine.ts';
import { EngineError } from '../engine/error.ts';
import type { ComposeViews } from '../panel/composeViews.ts';
import type { EngineViews } from '../panel/engineViews.ts';
import type { KnownTags } from '../registry/knownTags.ts';
import type { LanguageId } from '../language/roles.ts';
import type { LanguageSupport } from '../language/support.ts';
import { knownRegistries } from '../registry/credentials.ts';
import type { SignIns } from '../registry/signIns.ts';

export interface ServiceOptions {
  readonly builds: LastBuilds;
  readonly engineFiles: EngineFiles;
  readonly language: LanguageSupport;
  /** Loaded when the first of it is opened. */
  readonly composeViews: () => Promise<ComposeViews>;
  readonly engineViews: () => Promise<EngineViews>;
  readonly engine: Pick<DockerEngine, 'contexts' | 'dockerContexts'>;
  readonly signIns: SignIns;
  readonly tags: KnownTags;
  /** Remembers per workspace. */
  readonly memory: Memento;
}

/** What commands need beyond the engine, of VS Code and of this machine. */
export function createServices(options: ServiceOptions): CommandServices {
  const { builds, composeViews, engine, engineFiles, engineViews, language, memory, signIns, tags } = options;
  return {
    workspaceFolders: () => (workspace.workspaceFolders ?? []).filter(isOnDisk).map(({ uri }) => uri.fsPath),
    isTrusted: () => workspace.isTrusted,
    findFiles: async (glob) =>
      (await workspace.findFiles(glob, '**/node_modules/**'))
        .filter((uri) => isOnDisk({ uri }))
        .map((uri) => uri.fsPath),
    showPath,
    saveFile: async (path) => {
      const uri = Uri.file(path).toString();
      await workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri)?.save();
    },
    activeDockerfile: () => activeFile('dockerfile'),
    activeComposeFile: () => activeFile('dockercompose'),
    setting,
    updateSetting: async (key, value) => {
      await workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
    },
    contexts: () => engine.contexts(),
    dockerContexts: engine.dockerContexts,
    language,
    dockerfileOutline: async (path) => language.request('gantry/dockerfileOutline', await textOf(path)),
    composeOutline: async (path) => language.request('gantry/composeOutline', await textOf(path)),
    composeRunLine: async (path, service) =>
      language.request('gantry/composeRunLine', { ...(await textOf(path)), service }),
    composeCli: createComposeCliSearch(() => setting('gantry.compose.path')),
    engineFiles,
    fileExists: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    showServiceGraph: async (path) => {
      (await composeViews()).showGraph(path);
    },
    showEffectiveConfig: async (path, how) => {
      await (await composeViews()).showConfig(path, how);
    },
    showStats: async (subject) => {
      (await engineViews()).showStats(subject);
    },
    builds,
    findCredentials: signIns.find,
    signIns,
    tags,
    knownRegistries: () => knownRegistries({ env: process.env }),
    aws: () => import('../registry/ecr/aws.ts'),
    isPortFree,
    remember: async (key, value) => {
      await memory.update(`form.${key}`, value);
    },
    recall: (key) => memory.get(`form.${key}`),
  };
}

/** A setting's value for the window. */
export function setting<K extends SettingKey>(key: K): Settings[K] {
  return readSetting(key, workspace.getConfiguration().get(key));
}

/** A folder of the workspace is shown in the explorer, another one in the file manager. */
async function showPath(path: string): Promise<void> {
  const uri = Uri.file(path);
  const stat = await Promise.resolve(workspace.fs.stat(uri)).catch((cause: unknown) => {
    throw new EngineError('not-found', `There is nothing at ${path} on this machine.`, { cause });
  });
  if (stat.type & FileType.Directory)
    await commands.executeCommand(workspace.getWorkspaceFolder(uri) ? 'revealInExplorer' : 'revealFileInOS', uri);
  else await commands.executeCommand('vscode.open', uri);
}

/** What the editor shows of a file, else what stands on the disk. */
export async function textOf(path: string): Promise<{ uri: string; text: string }> {
  const uri = Uri.file(path).toString();
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  return { uri, text: open?.getText() ?? (await readFile(path, 'utf8')) };
}

function activeFile(language: LanguageId): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === language && isOnDisk(document) ? document.uri.fsPath : undefined;
}

/** Keeps what was found while the setting stays as it is; looks again as long as there is none. */
function createComposeCliSearch(path: () => string): () => Promise<ComposeCli | undefined> {
  let found: { readonly setting: string; readonly cli: ComposeCli } | undefined;
  return async () => {
    const setting = path();
    if (found?.setting === setting) return found.cli;
    const cli = await findComposeCli({ setting, env: process.env, platform: process.platform });
    found = cli && { setting, cli };
    return cli;
  };
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function isOnDisk({ uri }: { readonly uri: Uri }): boolean {
  return uri.scheme === 'file';
}
