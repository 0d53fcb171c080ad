import type { Finding, Rule } from '../../../lint/rule.ts';
import type { VariableUse } from '../../model/expandedTexts.ts';
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
  scope: 'stage',
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
      let uncommented: number | undefined;
      for (const use of step.variableUses) {
        const setter = setterOf(use);
        if (setter < 0 || values.has(use.name)) continue;
        uncommented ??= uncommentedIn(file, step);
        yield report(file, { use, setter, uncommented });
      }
    }
  },
};

function report(
  file: DockerfileFile,
  { use, setter, uncommented }: { readonly use: VariableUse; readonly setter: number; readonly uncommented: number },
): Finding {
  const { step, name, nameStart, end } = use;
  const plain = /^\}?$/.test(file.source.text.slice(nameStart + name.length, end));
  const own = assignmentOf(use);
  const start = step.assignments[own]?.start ?? step.end;
  const fix = setter < own && start <= uncommented ? split(file, step, start) : undefined;
  const unset = step.stage.from !== undefined && name !== 'PATH';
  return {
    range: file.range(use),
    message: `${name} is set by this same ENV, so its new value is not seen here. Use a second ENV.`,
    codes: [...(plain ? ['DL3044'] : []), ...(unset ? ['UndefinedVar'] : [])],
    ...(fix && { fix }),
  };
}

/** Where the first comment line within the instruction ends; past the instruction without one. */
function uncommentedIn(file: DockerfileFile, step: Step): number {
  const text = file.source.text.slice(step.start, step.end);
  const comment = /\n[ \t]*#.*/.exec(text);
  return comment === null ? step.end : step.start + comment.index + comment[0].length;
}

/** More blanks and line ends than this do not stand between two assignments. */
const widestGap = 500;

/** Begins another `ENV` with an assignment; not where a comment stands before it. */
function split(file: DockerfileFile, step: Step, start: number): Finding['fix'] {
  const before = file.source.text.slice(Math.max(step.start, start - widestGap), start);
  const gap = /(?:\s|[\\`](?=[ \t]*\r?\n))+$/.exec(before)?.[0].length ?? 0;
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
