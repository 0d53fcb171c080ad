import { expect, test } from 'vitest';
import { checkSyntax } from '../../server/src/dockerfile/check/run.ts';
import type { Problem } from '../../server/src/lint/problem.ts';
import { dockerfile } from './dockerfileRule.ts';
import { applyEdits, unmark } from './markedText.ts';

/** What the checker says of a text, in the order of the text. */
export function mistakesIn(text: string): Problem[] {
  return checkSyntax(dockerfile(text)).toSorted(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** Texts with `^^^` under what is wrong; a text without a `FROM` stands in a stage. Each is one mistake of this name. */
export function testMistakes(id: string, cases: readonly string[]): void {
  test.each(cases)(`${id}: %s`, (marked) => {
    const { text, ranges } = unmark(inStage(marked));
    expect(ranges).not.toEqual([]);
    expect(mistakesIn(text).map((problem) => [problem.id, problem.range])).toEqual(ranges.map((range) => [id, range]));
    for (const { kind, codes } of mistakesIn(text)) {
      expect(kind).toBe('syntax');
      expect(codes[0]).toBe('DL1000');
    }
  });
}

/** Texts that build. */
export function testFine(cases: readonly string[]): void {
  test.each(cases)('fine: %s', (text) => {
    expect(mistakesIn(inStage(text))).toEqual([]);
  });
}

/** Text before and after the fix of its first mistake; `undefined` when it has none. */
export function testRepairs(cases: readonly (readonly [before: string, after: string | undefined])[]): void {
  test.each(cases)('%s becomes %s', (before, after) => {
    const text = inStage(before);
    const [first] = mistakesIn(text);
    expect(first).toBeDefined();
    expect(first?.fix && applyEdits(text, first.fix.edits)).toBe(after === undefined ? undefined : inStage(after));
    if (after !== undefined) expect(mistakesIn(inStage(after))).toEqual([]);
  });
}

function inStage(text: string): string {
  return /(^|\n)\s*from\b|^\W*$/i.test(text) ? text : `FROM a\n${text}`;
}
