import type { Problem } from '../problem.ts';
import type { Severity } from '../rule.ts';

/** A linted file: the path as it is to be reported, and what is wrong in it. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What some formats tell beside the problems. */
export interface ReportOptions {
  readonly color: boolean;
  /** Gantry's own. */
  readonly version: string;
  readonly time: Date;
  /** A rule by its id; nothing for a syntax error. */
  readonly ruleOf: (id: string) => DescribedRule | undefined;
}

/** What a report can tell of a rule itself. */
export interface DescribedRule {
  readonly summary: string;
  readonly severity: Severity;
  /** Its page, in Markdown. */
  readonly page: string;
}

/** Writes all that one run found, as one text. */
export type ReportFormat = (reports: readonly FileReport[], options: ReportOptions) => string;

/** The name that a machine knows a problem by: hadolint's or ShellCheck's number, a check's name, or our own. */
export function codeOf({ kind, id, codes }: Problem): string {
  const number = codes.find((code) => /^(DL|SC)\d+$/.test(code));
  // hadolint reports whatever it cannot parse under one number.
  return number ?? codes[0] ?? (kind === 'syntax' ? 'DL1000' : id);
}

/** The problems of all files, each with its file's path. */
export function eachProblem<T>(
  reports: readonly FileReport[],
  write: (problem: Problem, report: FileReport) => T,
): T[] {
  return reports.flatMap((report) => report.problems.map((problem) => write(problem, report)));
}

/** Makes an attribute's value or an element's text; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what this is about
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replaceAll(/[&<>"'\t\n\r]/g, (ch) => `&#${ch.charCodeAt(0)};`)
  );
}
