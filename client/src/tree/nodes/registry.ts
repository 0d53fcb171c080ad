import { hubHost, parseReference } from '../../registry/reference.ts';
import type { TreeNode } from '../node.ts';
import { answered } from './answered.ts';
import { facts } from './markdown.ts';
import { noticeNode } from './notice.ts';
import type { NodeKind } from './nodeKind.ts';

export const registry: NodeKind<'registry'> = {
  view({ host, local }) {
    const label = host === hubHost ? 'Docker Hub' : host;
    const used = local.length === 0 ? '' : `${local.length} in use here`;
    return {
      label,
      description: used,
      icon: { id: 'cloud' },
      accessibilityLabel: `registry ${label}${used === '' ? '' : `, ${used}`}`,
      flags: host === hubHost ? ['hub'] : ['catalog'],
      expandable: 'collapsed',
    };
  },
  // Docker Hub has no list of all its repositories that anybody could read.
  question: ({ host }) => ({
    about: host === hubHost ? 'registries' : 'repositories',
    of: host === hubHost ? '' : host,
  }),
  children({ id, host, local }, known) {
    const row = (repository: string): TreeNode => ({
      kind: 'repository',
      id: `${id}/${repository}`,
      host,
      repository,
      local: local.includes(repository),
    });
    if (host === hubHost)
      return local.length > 0
        ? local.map(row)
        : [
            noticeNode(id, {
              text: 'Docker Hub lists no repositories: here stand those that images were pulled from.',
            }),
          ];
    const asked = {
      of: id,
      question: { about: 'repositories', of: host },
      empty: 'It shows no repositories.',
    } as const;
    return answered(known('repositories', host), asked, (paths) => paths.map((path) => row(`${host}/${path}`)));
  },
  tooltip: ({ host, local }) => facts(host, [['In use here', local.map((name) => parseReference(name).path)]]),
};
