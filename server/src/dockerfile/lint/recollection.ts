import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { lastIndex } from '../../lint/lastIndex.ts';
import type { Problem } from '../../lint/problem.ts';
import type { Finding, Fix } from '../../lint/rule.ts';
import type { Mark } from '../model/notes.ts';

/** A part of a file that is looked at by itself. */
export interface Unit extends Pick<Mark, 'start' | 'facts'> {
  /** The same as long as the unit's own text stays as it is. */
  readonly mark: Mark;
}

/** What is remembered of a finding: its places move with its unit. */
type Found = Finding | Problem;

interface Entry {
  readonly mark: Mark;
  readonly line: number;
  readonly findings: readonly Found[];
}

interface Version<U> {
  /** In the order of the file. */
  readonly units: readonly U[];
  /** Whether a unit whose facts are the same is not as it was, all the same; asked when those before it have their marks. */
  readonly isFresh?: (unit: U) => boolean;
}

interface Answer {
  /** The version that it is of. */
  readonly version: number;
  /** Those units in which something was found, in the order of the file. */
  readonly entries: readonly Entry[];
}

/**
 * What was found in the units of the version before. Each version begins with its units; then every question is asked once,
 * and is answered by looking at the units that are new or not as they were.
 */
export class Recollection {
  #version = 1;
  #text: TextDocument | undefined;
  #units: readonly Unit[] = [];
  readonly #answers = new Map<object, Answer>();

  /** Begins a version: marks its units, and answers those that are not as they were. */
  begin<U extends Unit>(text: TextDocument, { units, isFresh }: Version<U>): readonly U[] {
    const before = this.#version;
    this.#version += 1;
    this.#text = text;
    this.#units = units;
    return units.filter((unit) => {
      const { mark, start, facts } = unit;
      mark.isKept = mark.version === before && isSame(mark.facts, facts) && isFresh?.(unit) !== true;
      mark.version = this.#version;
      mark.facts = facts;
      mark.start = start;
      return !mark.isKept;
    });
  }

  forget(): void {
    this.#version += 1;
    this.#answers.clear();
  }

  /** What is found in all units. `look` looks at those that are not as they were, or, with `all`, at every one. */
  ask<F extends Found>(question: object, look: (which: 'fresh' | 'all') => Iterable<F>): F[] {
    const before = this.#answers.get(question);
    const isCurrent = before?.version === this.#version - 1;
    const kept = isCurrent ? before.entries.flatMap((entry) => this.#moved(entry)) : [];
    const added = this.#entriesOf(look(isCurrent ? 'fresh' : 'all'));
    const entries = kept.concat(added).sort((a, b) => a.line - b.line);
    this.#answers.set(question, { version: this.#version, entries });
    // Whoever asks gets what was found for the same question.
    return entries.flatMap(({ findings }) => findings as F[]);
  }

  #moved(entry: Entry): Entry[] {
    const { mark, line, findings } = entry;
    if (mark.version !== this.#version || !mark.isKept) return [];
    const now = this.#lineOf(mark);
    const by = now - line;
    return [by === 0 ? entry : { mark, line: now, findings: findings.map((found) => moved(found, by)) }];
  }

  #lineOf({ start }: Mark): number {
    return this.#text?.positionAt(start).line ?? 0;
  }

  #entriesOf(findings: Iterable<Found>): Entry[] {
    const entries = new Map<Unit, Found[]>();
    for (const finding of findings) {
      const place = this.#text?.offsetAt(finding.range.start) ?? 0;
      const unit = this.#units[lastIndex(this.#units, ({ start }) => start <= place)];
      if (unit === undefined) continue;
      const own = entries.get(unit);
      if (own) own.push(finding);
      else entries.set(unit, [finding]);
    }
    return Array.from(entries, ([unit, own]) => ({ mark: unit.mark, line: this.#lineOf(unit.mark), findings: own }));
  }
}

function isSame(before: readonly unknown[], facts: readonly unknown[]): boolean {
  return before === facts || (before.length === facts.length && before.every((fact, i) => fact === facts[i]));
}

/** The same finding so many lines further down; all its places are in one unit. */
function moved(finding: Found, by: number): Found {
  const { range, fix, alternatives, related } = finding;
  const subject = 'subject' in finding ? finding.subject : undefined;
  return {
    ...finding,
    range: lower(range, by),
    ...(subject && { subject: lower(subject, by) }),
    ...(fix && { fix: movedFix(fix, by) }),
    ...(alternatives && { alternatives: alternatives.map((other) => movedFix(other, by)) }),
    ...(related && { related: related.map(({ range: at, message }) => ({ range: lower(at, by), message })) }),
  };
}

function movedFix({ title, edits, safe }: Fix, by: number): Fix {
  return { title, edits: edits.map(({ range, newText }): TextEdit => ({ range: lower(range, by), newText })), safe };
}

function lower({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}
