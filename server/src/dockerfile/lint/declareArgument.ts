import type { Fix } from '../../lint/rule.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';
import { keywordLike } from './keywordLike.ts';

/** Declares an argument on a line of its own before an instruction. Not safe: the argument gets a value then. */
export function declareArgument(
  file: DockerfileFile,
  { name, before }: { readonly name: string; readonly before: Step },
): Fix {
  const range = file.range({ start: before.start, end: before.start });
  return {
    title: `Declare ${name}`,
    edits: [{ range, newText: `${keywordLike(before, 'ARG')} ${name}${file.eol}` }],
    safe: false,
  };
}
