import type { Settings } from '../protocol/settings.ts';
import type { LintConfig } from './config.ts';
import { compareProblems, severities, type Problem } from './problem.ts';
import type { Finding, RunnableRule, Severity } from './rule.ts';

export interface LintOptions<File> {
  readonly rules: readonly RunnableRule<File>[];
  readonly file: File;
  /** `.hadolint.yaml` and the environment, merged. */
  readonly config: LintConfig;
  /** The setting `gantry.lint.rules`; it overrides the configuration file. */
  readonly severities: Settings['gantry.lint.rules'];
  /** Whether the file itself asks for what is off by default; `names` are the rule's id and upstream names. */
  readonly switchedOn?: (names: readonly string[]) => boolean;
  /** Whether an ignore comment covers a finding; `names` are the rule's id and the finding's upstream names. */
  readonly silenced: (finding: Finding, names: readonly string[]) => boolean;
  /** Whether the file wants findings of these names to fail its build: they are errors then. */
  readonly escalate?: (names: readonly string[]) => boolean;
  /** What a rule finds; what it finds in the file when absent. */
  readonly findings?: (rule: RunnableRule<File>) => Iterable<Finding>;
  /** A rule that throws costs that rule only; this hears of it. */
  readonly onError: (rule: RunnableRule<File>, error: unknown) => void;
}

/**
 * Runs rules over a file: grades their findings, drops the silenced and the repeated ones, and sorts.
 * One finding is one problem under several names; who switches it off under any of its names means it.
 */
export function lint<File>(options: LintOptions<File>): Problem[] {
  const { rules, file, silenced, escalate, onError, findings = (rule) => rule.check(file) } = options;
  const problems = new Map<string, Problem>();
  for (const rule of rules) {
    const standard = standardOf(rule, options);
    if (isOff(rule, standard, options)) continue;
    try {
      for (const finding of findings(rule)) {
        const codes = finding.codes ?? rule.codes;
        const names = [rule.id, ...codes];
        const severity = severityOf(names, finding.severity ?? standard, options);
        if (severity === 'off' || silenced(finding, names)) continue;
        const problem = report(rule, finding, escalate?.(names) === true ? 'error' : severity);
        const { start, end } = finding.range;
        const key = `${rule.id} ${start.line}:${start.character}-${end.line}:${end.character} ${finding.message}`;
        if (!problems.has(key)) problems.set(key, problem);
      }
    } catch (error) {
      onError(rule, error);
    }
  }
  return [...problems.values()].sort(compareProblems);
}

function standardOf<File>(rule: RunnableRule<File>, { switchedOn }: LintOptions<File>): Severity {
  return rule.severity === 'off' && switchedOn?.([rule.id, ...rule.codes]) === true ? 'warning' : rule.severity;
}

/** Whether no finding of the rule would be reported, under whichever of its upstream names. */
function isOff<File>({ id, codes }: RunnableRule<File>, standard: Severity, options: LintOptions<File>): boolean {
  const off = (names: readonly string[]): boolean => severityOf(names, standard, options) === 'off';
  return off([id]) && codes.every((code) => off([id, code]));
}

function report<File>(rule: RunnableRule<File>, finding: Finding, severity: Problem['severity']): Problem {
  const tags = finding.tags ?? rule.tags;
  return {
    id: rule.id,
    kind: 'rule',
    codes: finding.codes ?? rule.codes,
    severity,
    range: finding.range,
    message: finding.message,
    ...(finding.fix && { fix: finding.fix }),
    ...(finding.alternatives && { alternatives: finding.alternatives }),
    ...(finding.elsewhere && { elsewhere: finding.elsewhere }),
    ...(finding.related && { related: finding.related }),
    ...(tags && { tags }),
  };
}

/** The setting by id, then by upstream name; then the file's `ignored`; then its `override`, gravest first; then the default. */
function severityOf<File>(
  names: readonly string[],
  standard: Severity,
  { config, severities: settings }: Pick<LintOptions<File>, 'config' | 'severities'>,
): Severity {
  for (const name of names) {
    const severity = settings[name];
    if (severity === 'off' || severities.some((word) => word === severity)) return severity as Severity;
  }
  if (names.some((name) => config.ignored.includes(name))) return 'off';
  return severities.find((severity) => names.some((name) => config.override[severity].includes(name))) ?? standard;
}
