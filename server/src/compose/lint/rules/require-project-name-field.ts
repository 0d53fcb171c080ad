import { projectRule } from '../projectRule.ts';

export const requireProjectNameField = projectRule({
  id: 'require-project-name-field',
  summary: 'Give the project a name',
  rationale:
    'Without `name`, a project is called as its folder is, and so are its containers, networks and volumes: a copy in another folder has none of the data. Asked of the first file of a project.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n'],
    good: ['name: shop\nservices:\n  web:\n    image: nginx:1.27\n'],
  },
  *check(project, { document }) {
    const root = document.parts[0]?.root;
    if (document !== project.main || project.top('name') || root?.kind !== 'mapping') return;
    const [first] = root.entries;
    if (!first) return;
    const eol = document.content.includes('\r\n') ? '\r\n' : '\n';
    const { start } = root;
    yield {
      at: { document, start: first.key.start, end: first.key.end },
      message: `The project has no \`name\`, so it is called as its folder is: \`${project.name}\`.`,
      ...(!root.flow && {
        fix: {
          title: `Name it ${project.name}`,
          edits: [{ at: { document, start, end: start }, text: `name: ${project.name}${eol}` }],
          safe: false,
        },
      }),
    };
  },
});
