import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { random } from '../../../support/random.ts';
import { ownProblemsOf } from '../open.ts';
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
    const problems = (await ownProblemsOf(stringify(content))).filter(({ severity }) => severity === 'error');
    const got = problems.length === 0;
    expect(got, JSON.stringify({ content, problems, errors: validator.errors }, null, 1)).toBe(expected);
    counts[expected ? 'accepted' : 'refused'] += 1;
  }
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(100);
});

function pick(round: number): number {
  return [0, 0, 0.005, 0.02, 0.1][round % 5]!;
}
