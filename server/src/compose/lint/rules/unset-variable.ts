import { closest } from '../../../lint/closest.ts';
import { variablesIn } from '../../project/variables.ts';
import { projectRule } from '../projectRule.ts';

export const unsetVariable = projectRule({
  id: 'unset-variable',
  summary: 'Set the variables that are used, or give them a default',
  rationale:
    'A variable without a value is blank, and compose says so each time. Values come from the environment, then from the `.env` file beside the first compose file; `${NAME:-default}` gives one here, `${NAME:-}` says that blank is meant. In a file that is on no disk this is not looked at.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:${TAG}\n'],
    good: ['services:\n  web:\n    image: nginx:${TAG:-1.27}\n    command: echo $$HOSTNAME\n'],
  },
  *check(project, { document }) {
    if (project.folder === '') return;
    for (const { variable, at } of variablesIn(project, document)) {
      const { name, operator, outcome } = variable;
      if (outcome !== 'blank' || operator !== undefined) continue;
      const near = closest(name, project.environment.names());
      const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
      yield {
        at,
        message: `\`${name}\` is not set, so this is blank.${hint}`,
        fix: { title: `Give ${name} an empty default`, edits: [{ at, text: `\${${name}:-}` }], safe: false },
      };
    }
  },
});
