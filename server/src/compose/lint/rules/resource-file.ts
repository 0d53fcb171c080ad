import { pathOf } from '../../project/paths.ts';
import { projectRule } from '../projectRule.ts';

export const resourceFile = projectRule({
  id: 'resource-file',
  summary: 'Read configs and secrets from files that are there',
  rationale:
    'A service that is given a config or a secret does not start when the file that holds it is missing. Files with secrets are often left out of a repository on purpose: then make one, or ignore this.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    configs: [site]\nconfigs:\n  site:\n    file: ./sites.conf\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    configs: [site]\nconfigs:\n  site:\n    file: ./site.conf\n'],
    around: { 'site.conf': '' },
  },
  *check(project, { disk }) {
    for (const section of ['configs', 'secrets'] as const)
      for (const { value } of project.resources(section).values()) {
        const file = value?.scalar('file');
        const path = file && pathOf(file);
        if (!file || path === undefined) continue;
        const kind = disk.kind(path);
        if (kind === 'missing') yield { at: file, message: `There is no file \`${file.text}\`.` };
        if (kind === 'folder' && section === 'configs')
          yield { at: file, message: `\`${file.text}\` is a folder, not a file.` };
      }
  },
});
