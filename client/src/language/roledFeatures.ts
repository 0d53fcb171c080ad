import type { Diagnostic, Uri } from 'vscode';
import type { LanguageClient, StaticFeature } from 'vscode-languageclient/node';
import { languageOf, selectorOf } from './documents.ts';
import { languagesOf, takeFeatures, type Feature } from './features.ts';
import { namesOf } from './names.ts';
import { reports, sameRoles, type RolesByLanguage } from './roles.ts';

/** Registers the server's features for the languages whose roles want them, and anew when the roles change. */
export class RoledFeatures {
  #roles: RolesByLanguage;
  #offered: readonly Feature[] = [];
  #client: LanguageClient | undefined;

  constructor(roles: RolesByLanguage) {
    this.#roles = roles;
  }

  /** The part that the client library runs when the server has said what it can do. */
  of(client: LanguageClient): StaticFeature {
    this.#client = client;
    return {
      fillClientCapabilities: () => undefined,
      preInitialize: (capabilities) => {
        this.#offered = takeFeatures(capabilities);
      },
      initialize: () => {
        this.#register();
      },
      getState: () => ({ kind: 'static' }),
      clear: () => {
        this.#offered = [];
      },
    };
  }

  setRoles(roles: RolesByLanguage): void {
    if (sameRoles(roles, this.#roles)) return;
    for (const { method } of this.#offered) dynamic(this.#client, method)?.unregister(idOf(method));
    this.#roles = roles;
    this.#register();
  }

  /** Without the problems that are left to another extension. */
  ours(uri: Uri, diagnostics: Diagnostic[]): Diagnostic[] {
    const language = languageOf(uri);
    if (language === undefined) return diagnostics;
    const roles = this.#roles[language];
    return diagnostics.filter((diagnostic) => reports(roles, namesOf(diagnostic)));
  }

  #register(): void {
    for (const feature of this.#offered) {
      const languages = languagesOf(feature, this.#roles);
      if (languages.length === 0) continue;
      dynamic(this.#client, feature.method)?.register({
        id: idOf(feature.method),
        registerOptions: { ...feature.options, documentSelector: selectorOf(languages) },
      });
    }
  }
}

const idOf = (method: string): string => `gantry.${method}`;

/** What the library's features have in common; its own typing has an overload per method. */
interface RegisteredFeature {
  register(data: { readonly id: string; readonly registerOptions: object }): void;
  unregister(id: string): void;
}

function dynamic(client: LanguageClient | undefined, method: string): RegisteredFeature | undefined {
  return client?.getFeature(method as 'textDocument/hover');
}
