import { flags } from './dockerfileFlags.ts';

/**
 * syntaxes/dockerfile.tmLanguage.json: what VS Code's own Dockerfile grammar lacks, injected into it. Generated because
 * a heredoc needs the same few rules for every language that its body can be in.
 */

export type Rule = Readonly<Record<string, unknown>>;

/** A language that a heredoc's body can be in. */
interface Body {
  /** VS Code's id; also in package.json's `embeddedLanguages`. */
  readonly id: string;
  readonly grammar: string;
  /** Programs that read it, in a shebang, before the heredoc or after it. */
  readonly programs?: string;
  /** File name endings it is written to. */
  readonly endings?: string;
}

const shell: Body = {
  id: 'shellscript',
  grammar: 'source.shell',
  programs: '(?:ba|da|a|z|k)?sh',
  endings: '\\.(?:ba|z)?sh',
};

const bodies: readonly Body[] = [
  shell,
  { id: 'python', grammar: 'source.python', programs: 'python[\\d.]*', endings: '\\.py' },
  { id: 'javascript', grammar: 'source.js', programs: 'node|nodejs|bun|deno', endings: '\\.[cm]?js' },
  { id: 'perl', grammar: 'source.perl', programs: 'perl', endings: '\\.p[lm]' },
  { id: 'ruby', grammar: 'source.ruby', programs: 'ruby', endings: '\\.rb' },
  { id: 'php', grammar: 'text.html.php', programs: 'php', endings: '\\.php' },
  { id: 'powershell', grammar: 'source.powershell', programs: 'pwsh|powershell', endings: '\\.ps1' },
  { id: 'sql', grammar: 'source.sql', programs: 'psql|mysql|mariadb|sqlite3', endings: '\\.sql' },
  { id: 'json', grammar: 'source.json', endings: '\\.json' },
  { id: 'yaml', grammar: 'source.yaml', endings: '\\.ya?ml' },
  { id: 'ini', grammar: 'source.ini', endings: '\\.(?:ini|cfg|toml|properties)' },
  { id: 'xml', grammar: 'text.xml', endings: '\\.xml' },
  { id: 'html', grammar: 'text.html.basic', endings: '\\.html?' },
  { id: 'css', grammar: 'source.css', endings: '\\.css' },
];

/** Text of a line in which a quoted part or an escape counts as one, so that `<<` in them is passed over. */
const code = `(?:[^"'\\\\]|\\\\.|"(?:[^"\\\\]|\\\\.)*"|'[^']*')`;
/** Starts a word; a word ends. */
const from = '(?<!\\S)';
const to = '(?!\\S)';
/** A program as a command line or a shebang names it, with or without its folder. */
const program = (names: string): string => `(?<![^\\s;&|(])(?:[\\w./-]*/)?(?:${names})${to}`;
const terminator = (dash: number, name: number): string => `(?:\\t(?!\\${dash}))*(\\${name})$`;
const word = (name: string): Rule => ({ name: `${name}.dockerfile` });
/** The parts of the line that opens a heredoc are what they are on any other line. */
const asEver: Rule = {
  patterns: [
    { include: '#flag' },
    {
      match: `${from}(\\d*<<-?)["']?([\\w.-]+)["']?${to}`,
      captures: { 1: word('keyword.operator.heredoc'), 2: word('keyword.control.heredoc') },
    },
    { include: 'source.dockerfile' },
  ],
};

/**
 * A heredoc, from where `start` matches on the line that opens it. The outer rule ends with the last heredoc of the line.
 * The inner one ends before the first one's terminator whatever the body's grammar has left open, which only a `while`
 * can do. A terminator may be indented, by tabs, only after a dash: `\t(?!)` never matches, `\t(?!-)` does.
 */
function heredoc(start: string, body: string): Rule {
  return {
    name: 'meta.heredoc.dockerfile',
    begin: `${start}(?=${code}*${from}\\d*<<(-?)(["']?)([\\w.-]+)\\2${to})`,
    end: `^${terminator(1, 3)}`,
    endCaptures: { 1: word('keyword.control.heredoc') },
    patterns: [
      {
        begin: `\\G(${code}*?)${from}(\\d*<<(-?))(["']?)([\\w.-]+)\\4${to}(.*)$\\n?`,
        beginCaptures: {
          1: asEver,
          2: word('keyword.operator.heredoc'),
          5: word('keyword.control.heredoc'),
          6: asEver,
        },
        while: `^(?!${terminator(3, 5)})`,
        patterns: [{ include: `#${body}` }],
      },
      { match: '^.*$\\n?', ...word('string.unquoted.heredoc') },
    ],
  };
}

function heredocs(): Rule[] {
  const copy = '^(?=\\s*(?i:ONBUILD\\s+)?(?i:COPY|ADD)\\s)';
  const writer = `(?=${program('cat|tee')})`;
  const writes = bodies.flatMap(({ id, endings }) => {
    const target = `(?=${code}*[\\w)}-](?:${endings ?? '(?!)'})["']?${to})`;
    return endings === undefined ? [] : [heredoc(copy + target, id), heredoc(writer + target, id)];
  });
  const reads = bodies.flatMap(({ id, programs }) =>
    programs === undefined
      ? []
      : [
          heredoc(`(?=${program(programs)})`, id),
          heredoc(`(?=${from}\\d*<<-?["']?[\\w.-]+["']?\\s+${program(programs)})`, id),
        ],
  );
  return [...writes, heredoc(copy, 'text'), heredoc(writer, 'text'), ...reads, heredoc(`(?=${from}\\d*<<)`, 'script')];
}

/** What stands in a body, decided on its first line and kept: `end` never matches, the heredoc's `while` ends it. */
function bodyRules(): Record<string, Rule> {
  const kept = { end: '(?!)' };
  const text = { ...kept, ...word('string.unquoted.heredoc') };
  const shebangs = bodies
    .filter(({ programs }) => programs !== undefined)
    .map(({ id, programs }) => ({
      end: '(?!)',
      begin: `^(?=#!.*[/\\s](?:${programs})${to})`,
      patterns: [{ match: '\\G#!.*$\\n?', ...word('comment.line.shebang') }, { include: `#${id}` }],
    }));
  return {
    ...Object.fromEntries(
      bodies.map(({ id, grammar }) => [
        id,
        { begin: '^', ...kept, name: `meta.embedded.block.${id}`, patterns: [{ include: grammar }] },
      ]),
    ),
    text: { begin: '^', ...text },
    script: { patterns: [...shebangs, { begin: '^(?=#!)', ...text }, { include: `#${shell.id}` }] },
  };
}

/** Directives, and the comments that linters read. */
const pragmas: readonly Rule[] = [
  {
    match: '^\\s*(#)\\s*(?i:(syntax|escape|check))\\s*(=)\\s*(.*)$\\n?',
    ...word('comment.line.number-sign'),
    captures: {
      1: word('punctuation.definition.comment'),
      2: word('keyword.control.directive'),
      3: word('keyword.operator.assignment'),
      4: {
        patterns: [
          {
            match: '\\b(skip|error|experimental)\\s*(=)',
            captures: { 1: word('variable.parameter'), 2: word('keyword.operator.assignment') },
          },
          { match: '[^\\s=;,]+', ...word('constant.other.directive') },
        ],
      },
    },
  },
  {
    match: '^\\s*(#)\\s*(hadolint)\\s+(?:(global|stage)\\s+)?(ignore|shell)\\s*(=)\\s*([^#\\n]*)(.*)$\\n?',
    ...word('comment.line.number-sign'),
    captures: {
      1: word('punctuation.definition.comment'),
      2: word('keyword.control.directive'),
      3: word('storage.modifier'),
      4: word('variable.parameter'),
      5: word('keyword.operator.assignment'),
      6: { patterns: [{ match: '[\\w./-]+', ...word('constant.other.directive') }] },
    },
  },
];

/** The grammar as a JSON value. */
export function dockerfileGrammar(): unknown {
  return {
    name: 'Dockerfile: heredocs, flags, directives',
    scopeName: 'gantry.dockerfile.injection',
    injectionSelector: 'L:source.dockerfile -comment -string -meta.embedded -meta.heredoc',
    patterns: [...pragmas, ...heredocs(), { include: '#flags' }],
    repository: { ...bodyRules(), ...flags },
  };
}
