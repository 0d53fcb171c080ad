import type { DiagnosticTag, Range } from 'vscode-languageserver-types';
import type { Finding, Fix, Severity } from './rule.ts';

/** A finding as it is reported: named, graded, and silenced by no comment, setting or configuration file. */
export interface Problem {
  /** The rule's id, or the name of the syntax error. */
  readonly id: string;
  /** The upstream names under which the same is known: `DL3006`, `StageNameCasing`. */
  readonly codes: readonly string[];
  readonly severity: Exclude<Severity, 'off'>;
  readonly range: Range;
  readonly message: string;
  readonly fix?: Fix;
  readonly alternatives?: readonly Fix[];
  readonly elsewhere?: Finding['elsewhere'];
  readonly related?: Finding['related'];
  readonly tags?: readonly DiagnosticTag[];
  /** A rule of ours, with a docs page and a severity setting; a syntax error is not and cannot be ignored. */
  readonly kind: 'rule' | 'syntax';
}

/** From the gravest to the mildest. */
export const severities = ['error', 'warning', 'info', 'style'] as const;

/** By position, then by gravity, so that output is stable. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
