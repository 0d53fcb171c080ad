import type { TextEdit } from 'vscode-languageserver-types';
import type { Word } from '../../shell/script.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** The edit that adds an argument right after a word of a command: another string where the command is in JSON form. */
export function insertWord(
  file: DockerfileFile,
  { step, after, text }: { readonly step: Step; readonly after: Word; readonly text: string },
): TextEdit {
  const json = step.json?.some(({ start }) => start === after.start) === true;
  return {
    range: file.range({ start: after.end, end: after.end }),
    newText: json ? `, ${JSON.stringify(text)}` : ` ${text}`,
  };
}
