import { normalizeName } from '../../project/name.ts';
import { projectRule } from '../projectRule.ts';

export const projectName = projectRule({
  id: 'project-name',
  summary: 'Name the project as compose will call it',
  rationale:
    'The name of a project becomes part of the names of its containers, networks and volumes: lower-case letters, digits, `-` and `_`, beginning with a letter or a digit. Compose leaves out of `name` whatever else is in it, and says nothing. A name that nothing is left of is refused.',
  severity: 'info',
  codes: [],
  examples: {
    bad: ['name: My Project\nservices:\n  web:\n    image: nginx\n'],
    good: ['name: my-project\nservices:\n  web:\n    image: nginx\n'],
  },
  *check(project) {
    const { value } = project.top('name') ?? {};
    if (value?.kind !== 'scalar' || !value.known || value.text === '' || value.type !== 'string') return;
    const name = normalizeName(value.text);
    if (name === value.text) return;
    if (name === '')
      yield { at: value, severity: 'error', message: 'Nothing of this can be in the name of a project.' };
    else
      yield {
        at: value,
        message: `Compose calls this project \`${name}\`.`,
        fix: { title: `Change to ${name}`, edits: [{ at: value, text: name }], safe: true },
      };
  },
});
