import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { lastIndex } from '../../lint/lastIndex.ts';
import type { Problem } from '../../lint/problem.ts';
import type { Finding, Fix } from '../../lint/rule.ts';

/** A part of a file that is looked at by itself. */
export interface Unit {
  /** The same object in every version in which the unit's own text stays as it is. */
  readonly identity: object;
  /** Where its first line begins, as an offset. */
  readonly start: number;
  /** All else that what is found in it depends on; each is compared by identity. */
  readonly facts: readonly unknown[];
}

/** What is remembered of a finding: its places move with its unit. */
type Found = Finding | Problem;

interface Entry {
  readonly identity: object;
  readonly line: number;
  readonly findings: readonly Found[];
}

interface Version<U> {
  /** In the order of the file. */
  readonly units: readonly U[];
  /** Told of the fresh ones before. */
  readonly isFresh?: (unit: U, fresh: ReadonlySet<object>) => boolean;
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
  #version = 0;
  #text: TextDocument | undefined;
  #units: readonly Unit[] = [];
  /** All units of the version, and those of them that are as they were. */
  #known = new Map<object, Unit>();
  #kept: ReadonlyMap<object, Unit> = new Map();
  readonly #answers = new Map<object, Answer>();

  /** Begins a version, and answers its units that are not as they were. `isFresh` decides where a unit's own facts do not say so. */
  begin<U extends Unit>(text: TextDocument, { units, isFresh }: Version<U>): readonly U[] {
    const fresh = new Set<object>();
    const kept = new Map<object, Unit>();
    for (const unit of units) {
      const before = this.#known.get(unit.identity);
      if (before === undefined || !isSame(before.facts, unit.facts) || isFresh?.(unit, fresh) === true)
        fresh.add(unit.identity);
      else kept.set(unit.identity, unit);
    }
    this.#version += 1;
    this.#text = text;
    this.#units = units;
    this.#kept = kept;
    const added = fresh.size === 0 ? [] : units.filter(({ identity }) => fresh.has(identity));
    this.#known = new Map(kept);
    for (const unit of added) this.#known.set(unit.identity, unit);
    return added;
  }

  forget(): void {
    this.#known = new Map();
    this.#answers.clear();
  }

  /** What is found in all units. `look` looks at those that are not as they were, or, with `all`, at every one. */
  ask<F extends Found>(question: object, look: (which: 'fresh' | 'all') => Iterable<F>): F[] {
    const before = this.#answers.get(question);
    const isCurrent = before?.version === this.#version - 1;
    const kept = isCurrent ? before.entries.flatMap((entry) => this.#moved(entry)) : [];
    const entries = [...kept, ...this.#entriesOf(look(isCurrent ? 'fresh' : 'all'))].sort((a, b) => a.line - b.line);
    this.#answers.set(question, { version: this.#version, entries });
    // Whoever asks gets what was found for the same question.
    return entries.flatMap(({ findings }) => findings as F[]);
  }

  #moved({ identity, line, findings }: Entry): Entry[] {
    const unit = this.#kept.get(identity);
    if (unit === undefined) return [];
    const now = this.#lineOf(unit);
    const by = now - line;
    return [{ identity, line: now, findings: by === 0 ? findings : findings.map((found) => moved(found, by)) }];
  }

  #lineOf({ start }: Unit): number {
    return this.#text?.positionAt(start).line ?? 0;
  }

  #entriesOf(findings: Iterable<Found>): Iterable<Entry> {
    const entries = new Map<Unit, Found[]>();
    for (const finding of findings) {
      const place = this.#text?.offsetAt(finding.range.start) ?? 0;
      const unit = this.#units[lastIndex(this.#units, ({ start }) => start <= place)];
      if (unit === undefined) continue;
      const own = entries.get(unit);
      if (own) own.push(finding);
      else entries.set(unit, [finding]);
    }
    return Array.from(entries, ([unit, own]) => ({ identity: unit.identity, line: this.#lineOf(unit), findings: own }));
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
