import { answered } from './answered.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { splitHost } from './reference.ts';

export const repository: NodeKind<'repository'> = {
  view({ repository, local }) {
    const { path } = splitHost(repository);
    return {
      label: path,
      description: local ? 'in use here' : '',
      icon: { id: 'repo' },
      accessibilityLabel: `repository ${path}${local ? ', in use here' : ''}`,
      flags: [],
      expandable: 'collapsed',
    };
  },
  question: ({ repository }) => ({ about: 'tags', of: repository }),
  children: ({ id, repository }, known) =>
    answered(
      known('tags', repository),
      { of: id, question: { about: 'tags', of: repository }, empty: 'It has no tags.' },
      (tags) => tags.map((tag) => ({ kind: 'remoteTag', id: `${id}:${tag}`, reference: `${repository}:${tag}` })),
    ),
  tooltip: ({ repository }) => facts(repository, []),
};
