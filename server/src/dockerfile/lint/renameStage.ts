import type { TextEdit } from 'vscode-languageserver-types';
import type { Stage } from '../model/stage.ts';
import type { DockerfileFile } from './file.ts';

/** The edits that give a stage another name: where it is declared, and everywhere that means it by name. */
export function renameStage(file: DockerfileFile, stage: Stage, to: string): TextEdit[] {
  const { name } = stage;
  if (name === undefined) return [];
  const old = name.text.toLowerCase();
  const uses = file.references.filter((use) => use.stage === stage && use.text.toLowerCase() === old);
  return [name, ...uses].filter(({ text }) => text !== to).map((place) => ({ range: file.range(place), newText: to }));
}

/** A name for a stage that no stage of the file has: the wanted one, else with a number. */
export function freeStageName(file: DockerfileFile, wanted: string): string {
  const taken = new Set(file.stages.map(({ name }) => name?.text.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted}-${String(n)}`;
  return name;
}
