import {
  CodeLens,
  EventEmitter,
  languages,
  Range,
  workspace,
  type CodeLensProvider,
  type Event,
  type TextDocument,
} from 'vscode';
import type { Clock } from '../clock.ts';
import type { LastBuilds } from '../commands/image/lastBuilds.ts';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { setting } from '../ui/vscodeServices.ts';
import { buildLenses } from './buildLens.ts';
import type { LanguageSupport } from './support.ts';

export interface BuildLensProviderOptions {
  readonly language: Pick<LanguageSupport, 'request' | 'edits' | 'onDidChangeRoles'>;
  readonly builds: LastBuilds;
  readonly clock: Clock;
  readonly log: { warn(message: string): void };
}

/** How often the time since a build is written anew while it is to be seen. */
const minute = 60_000;

/** Offers to build at every `FROM`. Here and not in the server: how a build went is known here, and so is the command. */
export class BuildLensProvider implements CodeLensProvider, Disposable {
  readonly #options: BuildLensProviderOptions;
  readonly #all = new Disposables();
  readonly #changes = this.#all.add(new EventEmitter<void>());
  #tick: Disposable | undefined;

  constructor(options: BuildLensProviderOptions) {
    this.#options = options;
    const refresh = (): void => {
      this.#changes.fire();
    };
    this.#all.add(languages.registerCodeLensProvider({ language: 'dockerfile', scheme: 'file' }, this));
    this.#all.add(options.builds.onDidChange(refresh));
    this.#all.add(options.language.onDidChangeRoles(refresh));
    this.#all.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('gantry.dockerfile.codeLens')) refresh();
      }),
    );
  }

  get onDidChangeCodeLenses(): Event<void> {
    return this.#changes.event;
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { language, builds, clock } = this.#options;
    if (!setting('gantry.dockerfile.codeLens') || !language.edits('dockerfile')) return [];
    const { uri } = document;
    const path = uri.fsPath;
    const outline = await language
      .request('gantry/dockerfileOutline', { uri: uri.toString(), text: document.getText() })
      .catch((error: unknown) => {
        this.#options.log.warn(`The stages of ${path} could not be read: ${String(error)}`);
        return { stages: [], args: [] };
      });
    const lastBuild = (stage: string): ReturnType<LastBuilds['of']> => builds.of({ path, stage });
    const lenses = buildLenses(outline, { lastBuild, now: clock.now() });
    if (lenses.some(({ stage }) => lastBuild(stage) !== undefined)) this.#refreshLater();
    return lenses.map(
      ({ line, title, stage }) =>
        new CodeLens(new Range(line, 0, line, 0), {
          title: `$(tools) ${title}`,
          command: 'gantry.image.build',
          arguments: [{ scheme: uri.scheme, fsPath: path, stage }],
        }),
    );
  }

  /** The editor asks again only for what it shows, so this ends by itself. */
  #refreshLater(): void {
    this.#tick ??= this.#options.clock.after(minute, () => {
      this.#tick = undefined;
      this.#changes.fire();
    });
  }

  dispose(): void {
    this.#tick?.dispose();
    this.#all.dispose();
  }
}
