import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import type { Problem } from '../../../../server/src/lint/problem.ts';
import { composeCases } from '../../../support/conformance.ts';
import { corpusComposeFiles } from '../../../support/corpus.ts';
import { random } from '../../../support/random.ts';
import { problemsOf } from '../open.ts';
import { Maker } from './generate.ts';
import { accepts, schemaValidator } from './oracle.ts';

// A JSON schema validator reads the published schema; we read the table that was compiled from it.
test('our verdict is that of a validator over the published schema', async () => {
  const next = random(2026);
  const validator = schemaValidator();
  const counts = { accepted: 0, refused: 0 };
  for (let round = 0; round < 600; round += 1) {
    const content = new Maker(next, pick(round)).file();
    const expected = accepts(validator, content);
    const problems = await schemaProblems(stringify(content));
    const got = problems.length === 0;
    expect(got, JSON.stringify({ content, problems, errors: validator.errors }, null, 1)).toBe(expected);
    counts[expected ? 'accepted' : 'refused'] += 1;
  }
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(100);
});

test('so it is for real files and for the cases of the reference', async () => {
  const validator = schemaValidator();
  const cases = await composeCases();
  const texts = [
    ...(await corpusComposeFiles()).map(({ path, text }) => [path, text] as const),
    ...cases.flatMap(({ id, yaml, files }) => {
      const all = files?.map(({ text }) => text) ?? (yaml === undefined ? [] : [yaml]);
      return all.map((text) => [`case ${id}`, text] as const);
    }),
  ];
  let compared = 0;
  for (const [name, text] of texts) {
    const content = contentOf(text);
    if (content === undefined) continue;
    const expected = accepts(validator, content);
    const problems = await schemaProblems(text);
    expect(problems.length === 0, JSON.stringify({ name, text, problems, errors: validator.errors }, null, 1)).toBe(
      expected,
    );
    compared += 1;
  }
  if (cases.length > 0) expect(compared).toBeGreaterThan(200);
});

/** What a file says, where a validator can know that: it is one document, and holds no variable and no tag of compose. */
function contentOf(text: string): unknown {
  // Variables are not known here, and what is extended may be in another file.
  if (/\$|!reset|!override|^\s*(?:- )?extends:/m.test(text)) return undefined;
  const documents = parseAllDocuments(text, { merge: true, logLevel: 'silent' });
  const [document] = Array.isArray(documents) ? documents : [];
  if (!document || documents.length > 1 || document.errors.length > 0) return undefined;
  let content: unknown;
  try {
    content = document.toJS();
  } catch {
    // Aliases without an anchor, or too many.
    return undefined;
  }
  return typeof content === 'object' && content !== null ? content : undefined;
}

/** What the schema itself refuses; what is asked of values beyond it is not among this. */
async function schemaProblems(text: string): Promise<Problem[]> {
  return (await problemsOf(text)).filter(({ id, severity }) => severity === 'error' && schemaRules.has(id));
}

const schemaRules = new Set([
  'invalid-name',
  'invalid-value',
  'missing-key',
  'unknown-key',
  'wrong-type',
  'yaml-syntax',
]);

function pick(round: number): number {
  return [0, 0, 0.005, 0.02, 0.1][round % 5]!;
}
