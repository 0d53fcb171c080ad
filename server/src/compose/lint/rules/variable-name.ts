import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const variableName: Rule<ComposeFile> = {
  id: 'variable-name',
  summary: 'Name variables as programs can read them',
  rationale:
    'A variable has letters, digits and `_`, and begins with no digit. `endpoint_var` and `model_var` name variables of the container.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    models:\n      llm:\n        endpoint_var: LLM-URL\nmodels:\n  llm:\n    model: ai/smollm2\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    models:\n      llm:\n        endpoint_var: LLM_URL\nmodels:\n  llm:\n    model: ai/smollm2\n',
    ],
  },
  check: (file) => reported(file, 'variable-name'),
};
