import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { pip } from '../languagePackages/pip.ts';
import { unpinned } from '../languagePackages/pinVersions.ts';

export const pinPipVersions: Rule<DockerfileFile> = {
  id: 'pin-pip-versions',
  summary: 'Pin the versions of Python packages',
  rationale: `\`pip install name\` takes the newest version of the day. With \`name==version\`, or a file of requirements, the
same Dockerfile gives the same image. \`pipx\` and \`python -m pip\` are looked at as well.

Any condition on the version counts, also \`>=\`. Not reported: packages from a file, folder or address, a repository with
\`@commit\`, a name held in a variable, and everything in a command that has requirements or constraints, or installs \`.\`.
Unlike hadolint, a pip with a path (\`/venv/bin/pip\`) is a pip too, and \`.[extra]\` is a local package.`,
  severity: 'warning',
  codes: ['DL3013'],
  scope: 'step',
  examples: {
    bad: ['FROM python:3.13\nRUN pip install --no-cache-dir django \\\n    gunicorn==23.0.0\n'],
    good: [
      'FROM python:3.13\nRUN pip install --no-cache-dir django==5.2.1\n',
      'FROM python:3.13\nRUN python -m pip install --no-cache-dir -r requirements.txt\n',
    ],
  },
  *check(file) {
    yield* unpinned(file, pip);
  },
};
