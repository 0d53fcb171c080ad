import type { Finding, Rule } from '../../../lint/rule.ts';
import { knownText } from '../../model/knownText.ts';
import type { Stage } from '../../model/stage.ts';
import type { Step } from '../../model/step.ts';
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
  scope: 'stage',
  examples: {
    bad: ['FROM alpine:3.20\nWORKDIR app\n', 'FROM alpine:3.20\nWORKDIR /srv\nWORKDIR app\n'],
    good: ['FROM alpine:3.20\nWORKDIR /app\n', 'FROM alpine:3.20\nARG ROOT\nWORKDIR $ROOT/app\n'],
  },
  *check(file) {
    const last = new Map<Stage, Step>();
    for (const step of file.all('WORKDIR')) {
      if (step.onbuild !== undefined) continue;
      const before = nearest(last, step.stage);
      last.set(step.stage, step);
      const finding = step.argument.text === '' ? undefined : inspect(file, step, before);
      if (finding) yield finding;
    }
  },
};

function inspect(file: DockerfileFile, step: Step, before: Step | undefined): Finding | undefined {
  const path = step.argument;
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

/** The last `WORKDIR` so far, in a stage or in those that it continues. */
function nearest(last: ReadonlyMap<Stage, Step>, stage: Stage): Step | undefined {
  for (let at: Stage | undefined = stage; at !== undefined; at = at.parent) {
    const step = last.get(at);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** Whether the path is relative when the values that the file gives to its variables are put in. */
function isRelativeValue(file: DockerfileFile, step: Step): boolean {
  const values = file.values.at(step);
  const text = knownText(step.argument.text, { escape: step.escape, lookup: (name) => values.get(name) });
  return text !== undefined && !isAbsolute(text);
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
