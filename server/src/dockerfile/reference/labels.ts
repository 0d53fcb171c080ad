import type { KnownValue } from './values.ts';

/**
 * The label keys whose meaning is agreed.
 * @see https://github.com/opencontainers/image-spec/blob/main/annotations.md
 */
export const labelKeys: readonly KnownValue[] = [
  { name: 'org.opencontainers.image.title', doc: 'A name for people.' },
  { name: 'org.opencontainers.image.description', doc: 'What is in the image.' },
  {
    name: 'org.opencontainers.image.source',
    doc: 'The address of the source code. GitHub ties the package to the repository by it.',
  },
  { name: 'org.opencontainers.image.url', doc: 'The address of the project.' },
  { name: 'org.opencontainers.image.documentation', doc: 'The address of its documentation.' },
  { name: 'org.opencontainers.image.version', doc: 'The version of what is in it, best a semantic one.' },
  { name: 'org.opencontainers.image.revision', doc: 'The commit that it was built from.' },
  { name: 'org.opencontainers.image.created', doc: 'When it was built, as RFC 3339 has it: `2026-01-31T12:00:00Z`.' },
  { name: 'org.opencontainers.image.authors', doc: 'Whom to ask about it.' },
  { name: 'org.opencontainers.image.vendor', doc: 'Who distributes it.' },
  { name: 'org.opencontainers.image.licenses', doc: 'The licenses of what is in it, as an SPDX expression: `MIT`.' },
  { name: 'org.opencontainers.image.ref.name', doc: 'The reference of a target.' },
  { name: 'org.opencontainers.image.base.name', doc: 'The image that it is based on.' },
  { name: 'org.opencontainers.image.base.digest', doc: 'The digest of the image that it is based on.' },
];
