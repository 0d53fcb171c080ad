import type { RawInstruction } from '../model/parse.ts';

export type Casing = 'keep' | 'upper' | 'lower' | 'majority';

const known = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** Whether a word is an instruction, in whatever case. */
export function isInstruction(keyword: string): boolean {
  return known.has(keyword.toUpperCase());
}

/**
 * How keywords are to be written in a file. The majority is counted as BuildKit's ConsistentInstructionCasing does it:
 * words in mixed case have no vote, and a tie is for upper case.
 */
export function casingOf(casing: Casing, instructions: readonly RawInstruction[]): (keyword: string) => string {
  if (casing === 'keep') return (keyword) => keyword;
  const votes = instructions.map(({ keyword }) => keyword).filter(isInstruction);
  const lower = votes.filter((word) => word === word.toLowerCase()).length;
  const upper = votes.filter((word) => word === word.toUpperCase()).length;
  const toLower = casing === 'lower' || (casing === 'majority' && lower > upper);
  return (keyword) => (toLower ? keyword.toLowerCase() : keyword.toUpperCase());
}

/** Where the words of an instruction stand in its joined text that are written like its keyword, itself among them. */
export function keywordsIn(joined: string): readonly { readonly index: number; readonly text: string }[] {
  const words = Array.from(joined.matchAll(/[^ \t]+/g), ({ 0: text, index }) => ({ text, index }));
  const found = [];
  let [name, ...rest] = words;
  while (name !== undefined && isInstruction(name.text)) {
    found.push(name);
    const keyword = name.text.toUpperCase();
    const flags = rest.findIndex(({ text }) => !text.startsWith('--'));
    const after = flags < 0 ? [] : rest.slice(flags);
    const [first, second] = after;
    if (keyword === 'FROM' && second && after.length === 3 && /^as$/i.test(second.text)) found.push(second);
    if (keyword === 'HEALTHCHECK' && first && /^(cmd|none)$/i.test(first.text)) found.push(first);
    // Docker refuses ONBUILD in ONBUILD.
    if (keyword !== 'ONBUILD' || found.length > 1) break;
    [name, ...rest] = rest;
  }
  return found;
}
