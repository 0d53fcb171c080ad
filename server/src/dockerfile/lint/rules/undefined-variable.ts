import type { Finding, Rule } from '../../../lint/rule.ts';
import { closest } from '../../../lint/closest.ts';
import { firstOf, type Stage } from '../../model/stage.ts';
import type { VariableUse } from '../../model/expandedTexts.ts';
import { declareArgument } from '../declareArgument.ts';
import type { DockerfileFile } from '../file.ts';
import { settersBeside } from '../sameEnv.ts';

export const undefinedVariable: Rule<DockerfileFile> = {
  id: 'undefined-variable',
  summary: 'Use variables that are set',
  rationale: `An unset variable is replaced by nothing, in silence: \`COPY $SRC /app\` copies the wrong thing or fails far from the
cause. A variable must be set by \`ARG\` or \`ENV\` above, in the same stage or one that it continues; an \`ARG\` before the
first \`FROM\` counts only when the stage declares it again.

A base image may set variables, too. Those count that it has in the editor's engine; elsewhere, what it sets is not known. So where a stage starts from an image that is
not known to set none but \`PATH\` (\`scratch\`, \`alpine\`, \`debian\`, \`ubuntu\`, \`busybox\`), only those are reported that
the file itself sets in the wrong place, or that look like a misspelt one. What a shell expands, in \`RUN\` or a shell-form
\`CMD\`, is not looked at.

The instruction gets another value by the fix, so it is offered and never applied in bulk.`,
  severity: 'warning',
  codes: ['UndefinedVar'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM alpine:3.20\nCOPY $SRC /app\nARG SRC=.\n',
      'ARG VERSION=1\nFROM node:22\nLABEL version=$VERSION\n',
      'FROM node:22\nENV APP_HOME=/app\nWORKDIR $APP_HOM\n',
    ],
    good: [
      'FROM alpine:3.20\nARG SRC=.\nCOPY $SRC /app\n',
      'FROM node:22\nLABEL node=$NODE_VERSION\n',
      'FROM alpine:3.20\nENV PATH=/app:$PATH\nRUN echo $undefined\n',
      "FROM alpine:3.20\nENV PS1='$'\n",
    ],
  },
  *check(file) {
    for (const stage of file.stages) {
      if (stage.from === undefined) continue;
      const inherited = new Set(file.baseImage(stage)?.env);
      for (const step of stage.steps) {
        const uses = step.variableUses;
        if (uses.length === 0) continue;
        const values = file.values.at(step);
        const setterOf = settersBeside(step);
        for (const use of uses) {
          const { name } = use;
          if (values.has(name) || name === 'PATH' || inherited.has(name) || setterOf(use) >= 0) continue;
          const candidates = [...values.names(), ...file.values.globals.names(), 'PATH'];
          const meant = closest(name, candidates);
          if (meant !== undefined || file.declaredNames.has(name) || startsFromKnownImage(stage))
            yield report(file, use, meant);
        }
      }
    }
  },
};

function report(file: DockerfileFile, use: VariableUse, meant: string | undefined): Finding {
  const inside = file.range({ start: use.nameStart, end: use.nameStart + use.name.length });
  const isGlobal = file.values.globals.has(use.name);
  const hint = isGlobal
    ? ` Declare it in this stage with ARG ${use.name}.`
    : meant === undefined
      ? ' Declare it with ARG or ENV above.'
      : ` Did you mean ${meant}?`;
  return {
    range: file.range(use),
    message: `The variable ${use.name} is not set here.${hint}`,
    ...(meant !== undefined &&
      !isGlobal && { fix: { title: `Change to ${meant}`, edits: [{ range: inside, newText: meant }], safe: false } }),
    ...(isGlobal && { fix: declareArgument(file, { name: use.name, before: use.step }) }),
  };
}

/** Official images whose configuration sets `PATH` and nothing else. */
const plainImages = /^((docker\.io\/)?(library\/)?(alpine|debian|ubuntu|busybox)(:[\w.-]+)?(@.+)?|scratch)$/;

function startsFromKnownImage(stage: Stage): boolean {
  const base = firstOf(stage).base;
  return base !== undefined && plainImages.test(base);
}
