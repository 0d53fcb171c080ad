import { buildPlace } from '../builtFrom.ts';
import { projectRule } from '../projectRule.ts';

export const buildContext = projectRule({
  id: 'build-context',
  summary: 'Build from a folder and a Dockerfile that are there',
  rationale:
    'A build starts from its context, a folder, and a Dockerfile in it (`dockerfile` counts from the context). Paths count from the folder of the file that names them. Repositories, and paths with variables that have no value, are not looked at.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    build: ./wbe\n',
      'services:\n  web:\n    build:\n      context: ./web\n      dockerfile: prod.Dockerfile\n',
    ],
    good: ['services:\n  web:\n    build: ./web\n  lib:\n    build: https://github.com/example/lib.git\n'],
    around: { 'web/Dockerfile': 'FROM nginx:1.27\n' },
  },
  *check(project, { disk }) {
    for (const service of project.services.values()) {
      const place = buildPlace(service);
      if (!place) continue;
      const { build, context, contextAt, dockerfile, dockerfileAt } = place;
      const kind = disk.kind(context);
      const named = build.context?.text ?? '.';
      if (kind === 'missing') yield { at: contextAt, message: `There is no folder \`${named}\` to build from.` };
      if (kind === 'file') yield { at: contextAt, message: `\`${named}\` is a file: a build starts from a folder.` };
      if (kind !== 'folder' || dockerfile === undefined) continue;
      const found = disk.kind(dockerfile);
      const name = build.dockerfile?.text ?? 'Dockerfile';
      if (found === 'missing') yield { at: dockerfileAt, message: `There is no \`${name}\` in \`${named}\`.` };
      if (found === 'folder') yield { at: dockerfileAt, message: `\`${name}\` is a folder, not a Dockerfile.` };
    }
  },
});
