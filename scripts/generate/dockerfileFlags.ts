import type { Rule } from './dockerfileGrammar.ts';

const word = (name: string): Rule => ({ name: `${name}.dockerfile` });
const keyword = word('keyword.other.special-method');
/** `ONBUILD` before the instruction, with the scopes of VS Code's own grammar. */
const instruction = (names: string): string => `^\\s*(?:(?i:(ONBUILD))\\s+)?(?i:(${names}))`;
const instructionCaptures = { 1: word('keyword.control'), 2: keyword };

const continuation: Rule = {
  begin: '[\\\\`][^\\S\\n]*$\\n?',
  beginCaptures: { 0: word('constant.character.escape.line-continuation') },
  // Comments and empty lines do not end an instruction.
  end: '^(?!\\s*(?:#|$))',
  patterns: [{ match: '^\\s*#.*$\\n?', ...word('comment.line.number-sign') }],
};

const quoted: Rule = {
  begin: '"',
  end: '"|$',
  ...word('string.quoted.double'),
  patterns: [{ match: '\\\\.', ...word('constant.character.escape') }],
};

/** The value of `--mount`, `key=value,key`. */
const mount: Rule = {
  begin: '(--)(?i:(mount))(=)',
  beginCaptures: {
    1: word('punctuation.definition.parameter'),
    2: word('entity.other.attribute-name.flag'),
    3: word('keyword.operator.assignment'),
  },
  end: '(?=\\s)|$',
  patterns: [
    quoted,
    {
      match: '(?<=[=,])(type)(=)(bind|cache|tmpfs|secret|ssh)(?=[,\\s]|$)',
      captures: {
        1: word('variable.parameter'),
        2: word('keyword.operator.assignment'),
        3: word('storage.type.mount'),
      },
    },
    {
      match: '(?<=[=,])([a-z][\\w-]*)(?:(=)([^\\s,"$]*)|(?=[,\\s]|$))',
      captures: {
        1: word('variable.parameter'),
        2: word('keyword.operator.assignment'),
        3: word('string.unquoted.argument'),
      },
    },
    { match: ',', ...word('punctuation.separator.parameters') },
    { match: '[^\\s,"$]+', ...word('string.unquoted.argument') },
  ],
};

const flag: Rule = {
  begin: '(?<=\\s)(--)([A-Za-z][\\w-]*)(=)?',
  beginCaptures: {
    1: word('punctuation.definition.parameter'),
    2: word('entity.other.attribute-name.flag'),
    3: word('keyword.operator.assignment'),
  },
  end: '(?=\\s)|$',
  patterns: [quoted, { match: '[^\\s"$]+', ...word('string.unquoted.argument') }],
};

/**
 * An instruction with its flags, up to the first word that is none: from there on VS Code's own grammar goes on. Of
 * FROM the whole line, because that grammar sees `AS` only together with the keyword.
 */
export const flags: Record<string, Rule> = {
  flag: { patterns: [mount, flag] },
  flags: {
    patterns: [
      {
        begin: `${instruction('FROM')}(?=\\s+--)`,
        beginCaptures: instructionCaptures,
        end: '$',
        patterns: [{ include: '#flag' }, continuation, { match: '(?<=\\s)(?i:AS)(?=\\s)', ...keyword }],
      },
      {
        begin: `${instruction('HEALTHCHECK')}(?=\\s)`,
        beginCaptures: instructionCaptures,
        end: '(?<=\\s)(?i:(CMD|NONE))(?!\\S)|(?=\\S)|$',
        endCaptures: { 1: keyword },
        applyEndPatternLast: true,
        patterns: [{ include: '#flag' }, continuation],
      },
      {
        begin: `${instruction('RUN|COPY|ADD')}(?=\\s+(?:--|[\\\\\`][^\\S\\n]*$))`,
        beginCaptures: instructionCaptures,
        end: '(?=\\S)|$',
        applyEndPatternLast: true,
        patterns: [{ include: '#flag' }, continuation],
      },
    ],
  },
};
