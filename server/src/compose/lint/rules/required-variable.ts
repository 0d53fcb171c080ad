import { variablesIn } from '../../project/variables.ts';
import { projectRule } from '../projectRule.ts';

export const requiredVariable = projectRule({
  id: 'required-variable',
  summary: 'Give required variables a value',
  rationale:
    'Compose stops at `${NAME:?message}` when the variable is unset or empty, and at `${NAME?message}` when it is unset. Values come from the environment, then from the `.env` file beside the first compose file. In a file that is on no disk this is not looked at.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:${TAG:?say which version}\n'],
    good: ['services:\n  web:\n    image: nginx:${TAG:-1.27}\n'],
  },
  *check(project, { document }) {
    if (project.folder === '') return;
    for (const { variable, at } of variablesIn(project, document)) {
      if (variable.outcome !== 'required') continue;
      const { name, found, expandedOperand: reason = '' } = variable;
      const state = found ? 'is empty' : 'is not set';
      yield { at, message: `\`${name}\` ${state}, and required here${reason === '' ? '' : `: ${reason}`}.` };
    }
  },
});
