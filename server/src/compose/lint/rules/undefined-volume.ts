import { volumes } from '../../project/read/volumes.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

export const undefinedVolume = projectRule({
  id: 'undefined-volume',
  summary: 'Define the volumes that services use',
  rationale:
    'A volume with a name is defined under the top-level `volumes`, if only by its key. Compose refuses others. A folder of this machine is written with a path: `./data` is a folder, `data` a volume. A service that is taken over with `extends` does not bring its volumes along: define them here.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  db:\n    image: postgres\n    volumes:\n      - data:/var/lib/postgresql/data\n'],
    good: [
      'services:\n  db:\n    image: postgres\n    volumes:\n      - data:/var/lib/postgresql/data\n      - ./init:/docker-entrypoint-initdb.d\nvolumes:\n  data:\n',
    ],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.volumes.keys()];
    for (const service of project.services.values())
      for (const { type, source, fault } of volumes(service)) {
        if (type !== 'volume' || source?.known !== true || source.text === '' || fault) continue;
        if (defined.includes(source.text)) continue;
        const advice = `Define it under the top-level \`volumes\`, or write \`./${source.text}\` if it is a folder.`;
        yield undefinedName({
          what: 'volume',
          name: source.text,
          at: source,
          defined,
          advice,
          definition: { section: 'volumes' },
        });
      }
  },
});
