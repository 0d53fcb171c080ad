import type { TextEdit } from 'vscode-languageserver-types';
import type { Word } from '../../shell/script.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** The edit that adds a word to a command after one that it has; in exec form as a string of the list. */
export function insertOption(
  file: DockerfileFile,
  { step, after, text }: { readonly step: Step; readonly after: Word; readonly text: string },
): TextEdit {
  const listed = step.json?.some(({ start }) => start === after.start) ?? false;
  return {
    range: file.range({ start: after.end, end: after.end }),
    newText: listed ? `, ${JSON.stringify(text)}` : ` ${text}`,
  };
}
