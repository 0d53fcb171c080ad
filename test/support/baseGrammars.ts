import type { BaseGrammars } from './grammars.ts';

type Rules = readonly Readonly<Record<string, unknown>>[];

/**
 * Small grammars that stand for VS Code's: the same scopes at the places where ours meet them, and strings that go on
 * over lines, because an unfinished one must not swallow what follows. The suite inside VS Code checks the real ones.
 */
export const baseGrammars: BaseGrammars = Object.fromEntries(
  Object.entries<Rules>({
    'source.dockerfile': [
      { match: '^\\s*(?i:FROM)\\b.*?\\b(?i:AS)\\b', name: 'keyword.other.special-method.dockerfile' },
      { match: '^\\s*(?i:[A-Z]+)(?=\\s)', name: 'keyword.other.special-method.dockerfile' },
      { match: '\\\\.', name: 'constant.character.escaped.dockerfile' },
      { begin: '"', end: '"', name: 'string.quoted.double.dockerfile' },
      { begin: "'", end: "'", name: 'string.quoted.single.dockerfile' },
      { match: '^\\s*#.*$\\n?', name: 'comment.line.number-sign.dockerfile' },
    ],
    'source.yaml': [
      { match: '#.*$', name: 'comment.line.number-sign.yaml' },
      { match: '[\\w.-]+(?=:)', name: 'entity.name.tag.yaml' },
      { begin: '"', end: '"', name: 'string.quoted.double.yaml' },
      { begin: "'", end: "'", name: 'string.quoted.single.yaml' },
    ],
    'source.ignore': [{ match: '^#.*', name: 'comment.line.number-sign.ignore' }],
    'source.shell': [
      { match: '\\b(?:if|then|fi|set)\\b', name: 'keyword.control.shell' },
      { begin: '"', end: '"', name: 'string.quoted.double.shell' },
    ],
    'source.python': [
      { match: '\\bimport\\b', name: 'keyword.control.import.python' },
      { begin: '"""', end: '"""', name: 'string.quoted.docstring.python' },
    ],
    'source.js': [{ match: '\\bconst\\b', name: 'storage.type.js' }],
    'source.json': [{ begin: '"', end: '"', name: 'string.quoted.double.json' }],
    'source.sql': [{ match: '(?i:select)', name: 'keyword.other.DML.sql' }],
  }).map(([scopeName, patterns]) => [scopeName, { scopeName, patterns, repository: {} } as never]),
);
