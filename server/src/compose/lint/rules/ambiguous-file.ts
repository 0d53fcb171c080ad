import { defaultNames, overrideNames } from '../../project/name.ts';
import { projectRule } from '../projectRule.ts';

export const ambiguousFile = projectRule({
  id: 'ambiguous-file',
  summary: 'Keep one compose file of the usual names in a folder',
  rationale:
    'Compose takes the first of `compose.yaml`, `compose.yml`, `docker-compose.yml` and `docker-compose.yaml` that is there, and then of the same names with `.override`, and warns when there are more.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n'],
    good: [],
    around: { 'docker-compose.yml': 'services:\n  web:\n    image: httpd\n' },
  },
  *check({ folder }, { document, disk }) {
    const name = document.uri.slice(document.uri.lastIndexOf('/') + 1);
    const names: readonly string[] =
      [defaultNames, overrideNames].find((all) => all.some((each) => each === name)) ?? [];
    const there = names.filter((each) => each === name || disk.kind(`${folder}/${each}`) === 'file');
    const [taken] = there;
    if (folder === '' || taken === undefined || there.length < 2) return;
    const others = there.filter((each) => each !== name).map((each) => `\`${each}\``);
    const [is, it] = others.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const end = document.content.search(/\r?\n|$/);
    yield {
      at: { document, start: 0, end },
      message:
        taken === name
          ? `${others.join(' and ')} ${is} beside this file, and compose leaves ${it} out.`
          : `Compose takes \`${taken}\` in the place of this file.`,
    };
  },
});
