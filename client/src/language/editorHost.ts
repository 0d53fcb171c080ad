import { ConfigurationTarget, extensions, workspace, type Memento } from 'vscode';
import { settingsTable } from '../../../server/src/protocol/settings.ts';
import type { CoexistenceHost } from './coexistence.ts';
import type { LanguageId, Mode } from './roles.ts';

/** The setting that says what Gantry does for a language. */
const modeSetting = {
  dockerfile: 'gantry.language.dockerfile',
  dockercompose: 'gantry.language.compose',
} as const satisfies Record<LanguageId, keyof typeof settingsTable>;

/** The adapter over VS Code's extensions, settings and workspace memory. */
export function editorHost(memory: Memento): CoexistenceHost {
  return {
    isThere: (id) => {
      const manifest: unknown = extensions.getExtension(id)?.packageJSON;
      // A pack has no code; it only brings others.
      return typeof manifest === 'object' && manifest !== null && 'main' in manifest;
    },
    setting: (key, languageId) => workspace.getConfiguration(undefined, languageId && { languageId }).get(key),
    mode: (language) => {
      const key = modeSetting[language];
      const found = workspace.getConfiguration().inspect<Mode>(key);
      const set = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
      const known = settingsTable[key].enum.find((word) => word === set);
      return { value: known ?? settingsTable[key].default, chosen: known !== undefined };
    },
    write: async ({ modes, settings }) => {
      for (const [language, mode] of Object.entries(modes))
        await workspace.getConfiguration().update(modeSetting[language as LanguageId], mode, here());
      for (const { key, value, language, target } of settings) {
        const scope = language && { languageId: language };
        await workspace
          .getConfiguration(undefined, scope)
          .update(key, value, target === 'user' ? ConfigurationTarget.Global : here(), language !== undefined);
      }
    },
    remember: (key, value) => Promise.resolve(memory.update(key, value)),
    recall: (key) => memory.get(key),
  };
}

/** The workspace, or the user's settings in a window without one. */
function here(): ConfigurationTarget {
  return workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}
