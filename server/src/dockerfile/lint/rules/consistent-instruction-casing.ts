import type { TextEdit } from 'vscode-languageserver-types';
import type { Rule } from '../../../lint/rule.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { grouped } from '../grouped.ts';

export const consistentInstructionCasing: Rule<DockerfileFile> = {
  id: 'consistent-instruction-casing',
  summary: 'Write all instructions in the same case',
  rationale: `Instructions may be written in upper or lower case; a file should keep to one of them. Which, its own majority
decides, and upper case in a draw. Instructions of mixed case have no vote, and as BuildKit has it, neither have \`ARG\`s
before the first \`FROM\`.`,
  severity: 'warning',
  codes: ['ConsistentInstructionCasing'],
  examples: {
    bad: ['FROM alpine:3.20\nrun make\nRUN make install\n', 'from alpine:3.20\nRun make\nrun make install\n'],
    good: ['FROM alpine:3.20\nRUN make\n', 'from alpine:3.20\nrun make\n'],
  },
  *check(file) {
    const inStages = file.stages.flatMap(({ from, steps }) => (from ? [from, ...steps] : []));
    const steps = [...grouped(inStages, ({ keyword }) => keyword.text)].filter(([text]) =>
      known.has(text.toUpperCase()),
    );
    const count = (holds: (text: string) => boolean): number =>
      steps.reduce((sum, [text, { length }]) => (holds(text) ? sum + length : sum), 0);
    const isMostlyLower = count(isLower) > count((text) => !isLower(text) && isUpper(text));
    const convert = (text: string): string => (isMostlyLower ? text.toLowerCase() : text.toUpperCase());
    for (const step of steps.flatMap(([text, ofText]) => (text === convert(text) ? [] : ofText))) {
      const { keyword } = step;
      const wanted = convert(keyword.text);
      yield {
        range: file.range(keyword),
        message: `Write ${wanted}, in the case of most instructions of the file.`,
        fix: {
          title: `Write ${wanted}`,
          edits: [{ range: file.range(keyword), newText: wanted }, ...alongWith(file, step, convert)],
          safe: true,
        },
      };
    }
  },
};

const known = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** An `AS` that is in the case of its `FROM` stays so. */
function alongWith(
  file: DockerfileFile,
  { name, keyword, words }: Step,
  convert: (text: string) => string,
): TextEdit[] {
  const as = name === 'FROM' && words.length === 3 ? words[1] : undefined;
  if (as === undefined || as.text.toLowerCase() !== 'as') return [];
  const same = (isLower(keyword.text) && isLower(as.text)) || (isUpper(keyword.text) && isUpper(as.text));
  return same ? [{ range: file.range(as), newText: convert(as.text) }] : [];
}

function isLower(text: string): boolean {
  return text === text.toLowerCase();
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}
