import { CompletionItemKind } from 'vscode-languageserver-types';
import { pathIn } from '../../workspace/paths.ts';
import type { Scene } from './scene.ts';
import { environmentNames, variableNames } from './surroundings.ts';

/** The names after `$` and `${`: of the `.env` beside the file, and those that are used in it. */
export async function offerVariables(scene: Scene, braces: boolean): Promise<void> {
  const { items, cursor, folder, tools } = scene;
  const path = folder === undefined ? undefined : pathIn(folder, '.env');
  const text = path === undefined ? '' : ((await tools.readText?.(path)) ?? '');
  const given = [...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm)].map(([, name = '']) => name);
  const add = (name: string, detail: string, rank: number): void => {
    items.add({ label: name, kind: CompletionItemKind.Variable, snippet: braces ? `${name}\\}` : name, detail, rank });
  };
  for (const name of given) add(name, '.env', 1);
  for (const name of variableNames(cursor.part)) add(name, 'used in this file', 2);
  for (const name of environmentNames(cursor.part)) add(name, 'used in this file', 3);
}
