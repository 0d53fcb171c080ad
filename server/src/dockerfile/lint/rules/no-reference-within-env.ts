import type { Finding, Rule } from '../../../lint/rule.ts';
import { expandedTexts, type VariableUse } from '../../model/expandedTexts.ts';
import type { Step } from '../../model/step.ts';
import type { DockerfileFile } from '../file.ts';
import { assignmentOf, settersBeside } from '../sameEnv.ts';

export const noReferenceWithinEnv: Rule<DockerfileFile> = {
  id: 'no-reference-within-env',
  summary: 'Use a variable in the ENV after the one that sets it',
  rationale: `All values of one \`ENV\` are expanded with what was set before it: in \`ENV A=1 B=$A\` the variable \`B\` gets the old \`A\`,
or nothing.

A variable that had a value before is not reported, and neither is one that refers to itself (\`PATH=/app:$PATH\`).
hadolint does not see \`\${A:-x}\` and the like. The fix gives the variable the value that was meant, so it is not safe.`,
  severity: 'error',
  codes: ['DL3044'],
  examples: {
    bad: ['FROM alpine:3.20\nENV ROOT=/srv HOME=$ROOT/home\n', 'FROM alpine:3.20\nENV HOME=${ROOT}/home ROOT=/srv\n'],
    good: [
      'FROM alpine:3.20\nENV ROOT=/srv\nENV HOME=$ROOT/home\n',
      'FROM alpine:3.20\nENV PATH=/app/bin:$PATH\n',
      'FROM alpine:3.20\nENV ROOT=/old\nENV ROOT=/srv HOME=$ROOT/home\n',
    ],
  },
  *check(file) {
    for (const step of file.all('ENV')) {
      if (step.onbuild || step.assignments.length < 2) continue;
      const values = file.values.at(step);
      const setterOf = settersBeside(step);
      for (const use of expandedTexts(step)) {
        const setter = setterOf(use);
        if (setter >= 0 && !values.has(use.name)) yield report(file, { use, setter });
      }
    }
  },
};

function report(
  file: DockerfileFile,
  { use, setter }: { readonly use: VariableUse; readonly setter: number },
): Finding {
  const { step, name, nameStart, end } = use;
  const plain = /^\}?$/.test(file.source.text.slice(nameStart + name.length, end));
  const own = assignmentOf(use);
  const fix = setter < own ? split(file, { step, at: own }) : undefined;
  const unset = step.stage.from !== undefined && name !== 'PATH';
  return {
    range: file.range(use),
    message: `${name} is set by this same ENV, so its new value is not seen here. Use a second ENV.`,
    codes: [...(plain ? ['DL3044'] : []), ...(unset ? ['UndefinedVar'] : [])],
    ...(fix && { fix }),
  };
}

/** Begins another `ENV` with an assignment; not where a comment stands before it. */
function split(
  file: DockerfileFile,
  { step, at }: { readonly step: Step; readonly at: number },
): Finding['fix'] | undefined {
  const { text } = file.source;
  const start = step.assignments[at]?.start ?? step.end;
  const before = text.slice(step.start, start);
  const gap = /(?:\s|[\\`](?=[ \t]*\r?\n))+$/.exec(before)?.[0].length ?? 0;
  if (/^\s*#/m.test(before.slice(before.indexOf('\n') + 1)) && before.includes('\n')) return undefined;
  return {
    title: 'Begin another ENV',
    edits: [
      {
        range: file.range({ start: start - gap, end: start }),
        newText: `${file.eol}${step.keyword.text} `,
      },
    ],
    safe: false,
  };
}
