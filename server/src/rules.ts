import { composeRules } from './compose/lint/rules/index.ts';
import { dockerfileRules } from './dockerfile/lint/rules/index.ts';
import type { RunnableRule } from './lint/rule.ts';

/** What is told of a rule; the rest is on its page. */
export type ListedRule = Omit<RunnableRule<never>, 'check'>;

/** The rules of one language. */
export interface Chapter {
  readonly language: 'Dockerfile' | 'Compose';
  readonly rules: readonly ListedRule[];
}

/** Every rule there is, by language. */
export const chapters: readonly Chapter[] = [
  { language: 'Dockerfile', rules: dockerfileRules },
  { language: 'Compose', rules: composeRules },
];
