import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding, Rule } from '../../../lint/rule.ts';
import type { Assignment } from '../../model/assignments.ts';
import { quotedWords } from '../../model/quotedWords.ts';
import type { Step } from '../../model/step.ts';
import { expand } from '../../model/variables.ts';
import type { DockerfileFile } from '../file.ts';
import { placeOfValue } from '../labels.ts';

export const assignWithEquals: Rule<DockerfileFile> = {
  id: 'assign-with-equals',
  summary: 'Set variables and labels with =',
  rationale: `\`ENV NAME value\` takes the whole rest of the line for the value: \`ENV A 1 B=2\` sets \`A\` to \`1 B=2\`. The form is
deprecated. \`ENV NAME=value\` can set several at once and shows what belongs to what; so it is with \`LABEL\`.`,
  severity: 'warning',
  codes: ['LegacyKeyValueFormat'],
  tags: [2],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20\nENV APP_HOME /srv/app\n', 'FROM alpine:3.20\nLABEL description A small image\n'],
    good: ['FROM alpine:3.20\nENV APP_HOME=/srv/app\nLABEL description="A small image"\n'],
  },
  *check(file) {
    for (const name of ['ENV', 'LABEL']) {
      for (const step of file.all(name)) {
        const [assignment] = step.assignments;
        if (assignment === undefined || step.onbuild !== undefined || step.stage.from === undefined) continue;
        if (step.line.text.charAt(step.line.indexAt(assignment.end - 1) + 1) === '=') continue;
        const finding = inspect(file, step, assignment);
        if (finding) yield finding;
      }
    }
  },
};

function inspect(file: DockerfileFile, step: Step, assignment: Assignment): Finding | undefined {
  const { name, value = '' } = assignment;
  // A name alone is an error of its own, and `=` without a name or after blanks something else.
  if (value === '' || name.includes('=') || value.startsWith('=')) return undefined;
  const place = placeOfValue(step, assignment);
  return {
    range: file.range({ start: assignment.start, end: place.end }),
    message: `This form is deprecated: the whole rest of the line is the value of ${name}. Write ${name}=….`,
    ...(expand(value, { escape: step.escape, lookup: () => '' }).error === undefined && {
      fix: {
        title: `Write ${name}=…`,
        edits: [
          { range: file.range({ start: assignment.end, end: place.start }), newText: '=' },
          ...protect(file, { step, value, place }),
        ],
        safe: true,
      },
    }),
  };
}

/** What keeps the blanks of a value in it: quotes around it, or where it has quotes or escapes itself, an escape before each. */
function protect(
  file: DockerfileFile,
  { step, value, place }: { step: Step; value: string; place: { start: number; end: number } },
): TextEdit[] {
  if (quotedWords(value, step.escape).length <= 1) return [];
  const insert = (at: number, newText: string): TextEdit => ({ range: file.range({ start: at, end: at }), newText });
  if (!/["']/.test(value) && !value.includes(step.escape)) return [insert(place.start, '"'), insert(place.end, '"')];
  const first = step.line.indexAt(place.start);
  const edits: TextEdit[] = [];
  let quote = '';
  for (let i = 0; i < value.length; i += 1) {
    const ch = value.charAt(i);
    if (ch === step.escape && quote !== "'") i += 1;
    else if (quote !== '') quote = ch === quote ? '' : quote;
    else if (ch === '"' || ch === "'") quote = ch;
    else if (/\s/.test(ch)) edits.push(insert(step.line.offsetAt(first + i), step.escape));
  }
  return edits;
}
