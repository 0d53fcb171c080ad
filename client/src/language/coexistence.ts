import type { Ui } from '../ui/ui.ts';
import { effectsOf, list, question, type Answer, type Effects } from './choice.ts';
import { activePeers, takenBy, type ActivePeer, type Neighborhood } from './peers.ts';
import { languageIds, rolesOf, type LanguageId, type Mode, type RolesByLanguage } from './roles.ts';

/** The editor's settings, extensions and memory, as far as they decide who works on a file. */
export interface CoexistenceHost extends Neighborhood {
  /** `chosen`: somebody set it, so there is nothing to ask. */
  mode(language: LanguageId): { readonly value: Mode; readonly chosen: boolean };
  write(effects: Pick<Effects, 'modes' | 'settings'>): Promise<void>;
  remember(key: string, value: unknown): Promise<void>;
  recall(key: string): unknown;
}

const asked = 'gantry.language.asked';

/** Sees to it that Gantry and the other extensions on the same files do nothing twice, unless the person wants that. */
export class Coexistence {
  readonly #host: CoexistenceHost;
  readonly #ui: Ui;

  constructor(host: CoexistenceHost, ui: Ui) {
    this.#host = host;
    this.#ui = ui;
  }

  roles(): RolesByLanguage {
    const of = (language: LanguageId): RolesByLanguage[LanguageId] =>
      rolesOf(this.#host.mode(language).value, takenBy(activePeers(language, this.#host)));
    return { dockerfile: of('dockerfile'), dockercompose: of('dockercompose') };
  }

  /** The names of the extensions to which something is left in a language. */
  leftTo(language: LanguageId): string[] {
    if (this.#host.mode(language).value !== 'auto') return [];
    return activePeers(language, this.#host).map(({ peer }) => peer.name);
  }

  /** A document of this language is open: asks who is to work on it, once per workspace, if others do too. */
  async meet(language: LanguageId): Promise<void> {
    if (this.#host.mode(language).chosen || activePeers(language, this.#host).length === 0) return;
    if (this.#host.recall(asked) === true) return;
    await this.#host.remember(asked, true);
    const active = this.#unchosen();
    const ask = question(active);
    if (ask === undefined) return;
    const { gantry, others, both } = ask.labels;
    const pressed = await this.#ui.notify({ severity: 'info', text: ask.text, actions: [gantry, others, both] });
    const answer = (['gantry', 'others', 'both'] as const).find((one) => ask.labels[one] === pressed);
    if (answer !== undefined) await this.#apply(answer, active);
  }

  /** The same question at any time, from the palette or the language status. */
  async choose(): Promise<void> {
    const active = languageIds.flatMap((language) => activePeers(language, this.#host));
    const ask = question(active);
    if (ask === undefined) {
      await this.#ui.run('workbench.action.openSettings', 'gantry.language');
      return;
    }
    const names = list([...new Set(active.map(({ peer }) => peer.name))]);
    const answer = await this.#ui.pick<Answer>({
      title: 'Who completes and checks Dockerfiles and compose files?',
      choices: [
        {
          label: ask.labels.gantry,
          detail: `Gantry does all; what ${names} can be told to leave is switched off.`,
          value: 'gantry',
        },
        { label: ask.labels.others, detail: `Gantry does only what ${names} do not.`, value: 'others' },
        { label: ask.labels.both, detail: 'All of them do all they can; some things appear twice.', value: 'both' },
      ],
    });
    if (answer !== undefined) await this.#apply(answer, active);
  }

  #unchosen(): ActivePeer[] {
    return languageIds
      .filter((language) => !this.#host.mode(language).chosen)
      .flatMap((language) => activePeers(language, this.#host));
  }

  async #apply(answer: Answer, active: readonly ActivePeer[]): Promise<void> {
    const effects = effectsOf(answer, active, this.#host);
    await this.#host.write(effects);
    await this.#tellUndone(effects);
    if (!effects.needsReload) return;
    const reload = 'Reload window';
    const pressed = await this.#ui.notify({
      severity: 'info',
      text: 'The other extension takes the new setting when the window is loaded again.',
      actions: [reload],
    });
    if (pressed === reload) await this.#ui.run('workbench.action.reloadWindow');
  }

  /** Says which extensions cannot be told by a setting, and opens the page where each is disabled. */
  async #tellUndone({ undone }: Effects): Promise<void> {
    if (undone.length === 0) return;
    const label = (name: string): string => `Open ${name}`;
    const pressed = await this.#ui.notify({
      severity: 'info',
      text: `${list(undone.map(({ name }) => name))} ${undone.length === 1 ? 'has' : 'have'} no setting to leave all of this to Gantry. To see nothing twice, disable ${undone.length === 1 ? 'it' : 'them'} for this workspace.`,
      actions: undone.map(({ name }) => label(name)),
    });
    const chosen = undone.find(({ name }) => label(name) === pressed);
    if (chosen) await this.#ui.run('extension.open', chosen.id);
  }
}
