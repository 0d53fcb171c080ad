import { closest } from '../../../lint/closest.ts';
import type { Finding, Rule } from '../../../lint/rule.ts';
import { platformArguments } from '../../model/predefinedArguments.ts';
import type { Step, Word } from '../../model/step.ts';
import { expand } from '../../model/variables.ts';
import { declareArgument } from '../declareArgument.ts';
import type { DockerfileFile } from '../file.ts';

export const declaredFromArgument: Rule<DockerfileFile> = {
  id: 'declared-from-argument',
  summary: 'Declare the arguments of FROM before the first FROM',
  rationale: `\`FROM\` and its \`--platform\` see the \`ARG\`s before the first \`FROM\` and the platform arguments (\`TARGETARCH\` and the like),
nothing else: an \`ARG\` or \`ENV\` of a stage does not count. What is not declared is replaced by nothing.

The image is another one when the argument has a value, so the fix is offered and never applied in bulk.`,
  severity: 'warning',
  codes: ['UndefinedArgInFrom'],
  examples: {
    bad: [
      'FROM alpine:$VERSION\n',
      'ARG ALPINE=3.20\nFROM alpine:${ALPIN}\n',
      'FROM alpine:3.20\nARG VERSION=22\nFROM node:$VERSION\n',
    ],
    good: ['ARG VERSION=3.20\nFROM alpine:$VERSION\n', 'FROM --platform=$BUILDPLATFORM alpine:3.20\n'],
  },
  *check(file) {
    const { globals } = file.values;
    const known = platformArguments();
    for (const { from, image } of file.stages) {
      const platform = from?.flag('platform');
      for (const word of [platform, image]) {
        if (from === undefined || word === undefined || !word.text.includes('$')) continue;
        for (const use of uses(from, word))
          if (!globals.has(use.name) && known[use.name] === undefined)
            yield report(file, { ...use, names: [...globals.names(), ...Object.keys(known)] });
      }
    }
  },
};

interface Use {
  readonly name: string;
  readonly whole: { readonly start: number; readonly end: number };
  readonly bare: { readonly start: number; readonly end: number };
}

function uses(from: Step, word: Word): Use[] {
  const { references } = expand(word.text, { escape: from.escape, lookup: () => '' });
  return references.map(({ name, start, end, nameStart }) => ({
    name,
    whole: from.within(word, start, end - start),
    bare: from.within(word, nameStart, name.length),
  }));
}

function report(
  file: DockerfileFile,
  { name, whole, bare, names }: Use & { readonly names: readonly string[] },
): Finding {
  const meant = closest(name, names);
  const late = file.all('ARG').some((step) => step.assignments.some((assignment) => assignment.name === name));
  const hint = late ? 'Move its ARG before the first FROM.' : meant === undefined ? '' : `Did you mean ${meant}?`;
  const first = file.stages.find((stage) => stage.from)?.from;
  const declare = first && declareArgument(file, { name, before: first });
  return {
    range: file.range(whole),
    message: `The argument ${name} is not declared before the first FROM. ${hint || `Add ARG ${name} there.`}`,
    ...(meant === undefined || late
      ? declare && { fix: declare }
      : {
          fix: { title: `Change to ${meant}`, edits: [{ range: file.range(bare), newText: meant }], safe: false },
          ...(declare && { alternatives: [declare] }),
        }),
  };
}
