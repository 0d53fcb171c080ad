import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { readSettings, serverSettings, settingIn } from '../protocol/readSettings.ts';
import type { Settings } from '../protocol/settings.ts';

/** The settings per resource: asked from the client where it can answer, else what it sent at the start or since. */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #asks: boolean;
  readonly #cache = new Map<string, Promise<Settings>>();
  #sent: unknown;

  constructor(
    connection: Connection,
    { client, initial }: { readonly client: ClientCapabilities; readonly initial: unknown },
  ) {
    this.#connection = connection;
    this.#asks = client.workspace?.configuration === true;
    this.#sent = initial;
  }

  /** Of one document; remembered until `changed` or `forget`. Never rejects: without an answer the defaults count. */
  for(uri: string): Promise<Settings> {
    const known = this.#cache.get(uri);
    if (known) return known;
    const settings = this.#asks ? this.#ask(uri) : Promise.resolve(this.#read());
    this.#cache.set(uri, settings);
    return settings;
  }

  /** The client says that settings changed; one that cannot be asked sends them along. */
  changed(sent: unknown): void {
    if (sent !== null && sent !== undefined) this.#sent = sent;
    this.#cache.clear();
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  async #ask(scopeUri: string): Promise<Settings> {
    try {
      const items = serverSettings.map((section) => ({ scopeUri, section }));
      const answers: unknown[] = await this.#connection.workspace.getConfiguration(items);
      // Some editors can be asked and know nothing of it, and have said it at the start.
      return readSettings((key) => answers[serverSettings.indexOf(key)] ?? settingIn(this.#sent, key));
    } catch {
      return this.#read();
    }
  }

  #read(): Settings {
    return readSettings((key) => settingIn(this.#sent, key));
  }
}
