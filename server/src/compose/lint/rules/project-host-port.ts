import { bindingsOf, collide } from '../bindings.ts';
import { projectRule } from '../projectRule.ts';

export const projectHostPort = projectRule({
  id: 'project-host-port',
  summary: 'Give each project ports of its own',
  rationale:
    'Two projects that want the same port of this machine cannot run at the same time. Looked at for projects with a file that is open in the editor; where they never run together, nothing is wrong, so this is a hint.',
  severity: 'style',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    ports: ["8081:80"]\n'],
    neighbour: 'name: blog\nservices:\n  site:\n    image: nginx:1.27\n    ports: ["8080:80"]\n',
  },
  *check(project, { neighbours }) {
    const others = neighbours
      .filter(({ main, name }) => main.uri !== project.main.uri && name !== project.name)
      .map((other) => ({ name: other.name, bindings: bindingsOf(other) }));
    if (others.length === 0) return;
    for (const binding of bindingsOf(project))
      for (const { name, bindings } of others) {
        const other = bindings.find((each) => collide(binding, each));
        if (other)
          yield {
            at: binding.at,
            message: `\`${other.service.name}\` of the project \`${name}\` publishes port ${other.at.text}, too.`,
            related: [{ at: other.at, message: 'The other port.' }],
          };
      }
  },
});
