import type { Rule, Severity } from '../../lint/rule.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { ComposeFile } from './file.ts';

/**
 * The rules with those about security graded as the person wants them as a group: all off, or hints, or information. The two
 * that give a container the machine stay what they are unless all are off.
 */
export function gradeSecurity(
  rules: readonly Rule<ComposeFile>[],
  wanted: Settings['gantry.compose.security'],
): readonly Rule<ComposeFile>[] {
  const grade: Severity = wanted === 'information' ? 'info' : wanted === 'hint' ? 'style' : 'off';
  return rules.map((rule) => {
    const fixed = rule.group !== 'security' || (rule.severity === 'warning' && grade !== 'off');
    return fixed || rule.severity === grade ? rule : { ...rule, severity: grade };
  });
}
