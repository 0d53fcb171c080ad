import type { Finding, Rule } from '../../../lint/rule.ts';
import { chain, type Stage } from '../../model/stage.ts';
import type { Step } from '../../model/step.ts';
import { expand } from '../../model/variables.ts';
import type { DockerfileFile } from '../file.ts';

export const absoluteWorkdir: Rule<DockerfileFile> = {
  id: 'absolute-workdir',
  summary: 'Give WORKDIR an absolute path',
  rationale: `A relative \`WORKDIR\` starts from the one before it, and the first of a stage from the base image's. When that
one changes, so does where the build runs and where files end up.

hadolint reports every relative path; BuildKit the first of a stage only, whose own path depends on the base image.
Paths that begin with a variable are taken to be absolute, unless the file itself gives the variable a relative value.`,
  severity: 'error',
  codes: ['DL3000', 'WorkdirRelativePath'],
  examples: {
    bad: ['FROM alpine:3.20\nWORKDIR app\n', 'FROM alpine:3.20\nWORKDIR /srv\nWORKDIR app\n'],
    good: ['FROM alpine:3.20\nWORKDIR /app\n', 'FROM alpine:3.20\nARG ROOT\nWORKDIR $ROOT/app\n'],
  },
  *check(file) {
    for (const stage of file.stages) {
      for (const step of stage.steps) {
        if (step.name !== 'WORKDIR' || step.argument.text === '') continue;
        const finding = inspect(file, step);
        if (finding) yield finding;
      }
    }
  },
};

function inspect(file: DockerfileFile, step: Step): Finding | undefined {
  const path = step.argument;
  const before = previous(step);
  const relative = !isAbsolute(unquote(path.text));
  const first = before === undefined && isRelativeValue(file, step);
  if (!relative && !first) return undefined;
  const root = before === undefined ? '/' : joined(unquote(before.argument.text));
  const codes = [...(relative ? ['DL3000'] : []), ...(first ? ['WorkdirRelativePath'] : [])];
  return {
    range: file.range(path),
    message: `The path of WORKDIR is relative${first ? ', so it depends on the base image' : ''}. Give it whole.`,
    codes,
    ...(!relative && { severity: 'warning' }),
    ...(root !== undefined &&
      relative && {
        fix: {
          title: `Make it ${root}${unquote(path.text)}`,
          edits: [{ range: file.range({ start: insideQuote(path), end: insideQuote(path) }), newText: root }],
          safe: false,
        },
      }),
  };
}

/** The `WORKDIR` before, in the stage or in those it continues. */
function previous(step: Step): Step | undefined {
  const earlier = (stage: Stage): Step | undefined =>
    stage.steps.findLast(({ name, start }) => name === 'WORKDIR' && (stage !== step.stage || start < step.start));
  return chain(step.stage)
    .map(earlier)
    .find((found) => found !== undefined);
}

/** Whether the path is relative when the values that the file gives to its variables are put in. */
function isRelativeValue(file: DockerfileFile, step: Step): boolean {
  const values = file.values.at(step);
  const { text, references, error } = expand(step.argument.text, {
    escape: step.escape,
    lookup: (name) => values.get(name),
  });
  if (error !== undefined || references.some(({ name }) => values.get(name) === undefined)) return false;
  return !isAbsolute(text);
}

function isAbsolute(path: string): boolean {
  return /^([/\\$]|[A-Za-z]:)/.test(path);
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function insideQuote({ text, start }: { readonly text: string; readonly start: number }): number {
  return start + (text === unquote(text) ? 0 : 1);
}

/** The path to put before a relative one, `undefined` when it is not known either. */
function joined(path: string): string | undefined {
  if (!path.startsWith('/')) return undefined;
  return path.endsWith('/') ? path : `${path}/`;
}
