import { languages, LanguageStatusSeverity, type LanguageStatusItem } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { list } from './choice.ts';
import { languageIds, type LanguageId } from './roles.ts';

/** What the server is doing. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';

/** Gantry's line in the language status of the editor (the `{}` in the status bar). */
export class LanguageStatus implements Disposable {
  readonly #all = new Disposables();
  readonly #items: ReadonlyMap<LanguageId, LanguageStatusItem>;
  readonly #leftTo: (language: LanguageId) => readonly string[];
  #state: ServerState = 'idle';

  constructor(leftTo: (language: LanguageId) => readonly string[]) {
    this.#leftTo = leftTo;
    this.#items = new Map(
      languageIds.map((language) => {
        const item = this.#all.add(languages.createLanguageStatusItem(`gantry.${language}`, { language }));
        item.name = 'Gantry';
        return [language, item];
      }),
    );
    this.refresh();
  }

  set(state: ServerState): void {
    this.#state = state;
    this.refresh();
  }

  refresh(): void {
    for (const [language, item] of this.#items) this.#show(language, item);
  }

  dispose(): void {
    this.#all.dispose();
  }

  #show(language: LanguageId, item: LanguageStatusItem): void {
    const left = this.#leftTo(language);
    item.busy = this.#state === 'starting';
    item.severity = this.#state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = this.#state === 'stopped' ? 'Gantry: stopped' : 'Gantry';
    item.detail = left.length > 0 ? `leaves what it does to ${list(left)}` : 'completes and checks this file';
    item.command =
      this.#state === 'stopped'
        ? { title: 'Start again', command: 'gantry.language.restart' }
        : { title: 'Choose…', command: 'gantry.language.choose' };
  }
}
