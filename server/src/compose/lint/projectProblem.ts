import type { Rule } from '../../lint/rule.ts';
import type { ComposeFile } from './file.ts';
import { projectRule } from './projectRule.ts';

/** A rule about what is found while a project is put together from its files. */
export function problemRule(described: Omit<Rule<ComposeFile>, 'check'>): Rule<ComposeFile> {
  return projectRule({
    ...described,
    check: ({ problems }) => problems.filter(({ rule }) => rule === described.id),
  });
}
