import { CompletionItemKind } from 'vscode-languageserver-types';
import { looksSecret } from '../../protocol/secrets.ts';
import type { Scene } from './scene.ts';
import { environmentNames, variableNames } from './surroundings.ts';

/** The names after `$` and `${`: of the project's env files with their values, those that are used, the environment's. */
export async function offerVariables(scene: Scene, braces: boolean): Promise<void> {
  const { items, cursor, document, tools } = scene;
  const project = await tools.projects?.of(document);
  const lookup = project?.scopeOf(document)?.lookup;
  const add = (name: string, detail: string, rank: number): void => {
    items.add({ label: name, kind: CompletionItemKind.Variable, snippet: braces ? `${name}\\}` : name, detail, rank });
  };
  const names = [...(project?.environment.names() ?? [])].map((name) => ({ name, found: lookup?.(name) }));
  for (const { name, found } of names)
    if (found?.source.kind === 'file') {
      const file = found.source.path.replace(/^.*[\\/]/, '');
      add(name, looksSecret(name, found.value) ? file : `${found.value.slice(0, 60)}, ${file}`, 1);
    }
  for (const name of variableNames(cursor.part)) add(name, 'used in this file', 2);
  for (const name of environmentNames(cursor.part)) add(name, 'used in this file', 3);
  for (const { name, found } of names) if (found?.source.kind === 'shell') add(name, 'environment', 6);
}
