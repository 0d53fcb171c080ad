import prettier from 'prettier';
import { composeRules } from '../../server/src/compose/lint/rules/index.ts';
import { dockerfileRules } from '../../server/src/dockerfile/lint/rules/index.ts';
import type { Rule } from '../../server/src/lint/rule.ts';

/** What the pages are made from; a rule's `check` is of no interest here. */
export type DocumentedRule = Omit<Rule<never>, 'check'>;

interface Chapter {
  readonly language: 'Dockerfile' | 'Compose';
  /** The Markdown fence's language. */
  readonly fence: string;
  readonly rules: readonly DocumentedRule[];
}

const chapters: readonly Chapter[] = [
  { language: 'Dockerfile', fence: 'dockerfile', rules: dockerfileRules },
  { language: 'Compose', fence: 'yaml', rules: composeRules },
];

/** docs/rules/: a page per rule, and an index of all. Path from the root -> text. */
export async function rulesPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const { language, fence, rules } of chapters)
    for (const rule of rules) pages.set(`docs/rules/${rule.id}.md`, await format(page(rule, { language, fence })));
  pages.set('docs/rules/README.md', await format(index()));
  return pages;
}

function page(rule: DocumentedRule, { language, fence }: Pick<Chapter, 'language' | 'fence'>): string {
  const block = (text: string): string => `\`\`\`${fence}\n${text.trimEnd()}\n\`\`\`\n`;
  const code = rule.codes.find((name) => /^DL\d+$/.test(name));
  const check = language === 'Dockerfile' ? rule.codes.find((name) => !/^(DL|SC|C)\d+$/.test(name)) : undefined;
  const comments = [
    ...(code === undefined ? [] : [`# hadolint ignore=${code}`]),
    ...(check === undefined ? [] : [`# check=skip=${check}`]),
    `# gantry ignore=${rule.id}`,
  ];
  return [
    `# ${rule.summary}`,
    `\`${rule.id}\` · ${language} · ${rule.severity} by default${known(rule)}`,
    rule.rationale,
    ...around(rule),
    '## Reported',
    ...rule.examples.bad.map(block),
    '## Not reported',
    ...rule.examples.good.map(block),
    '## Switch it off',
    `For one place, with a comment on the line above: ${comments.map((comment) => `\`${comment}\``).join(' or ')}. For all files, in the settings:`,
    `\`\`\`json\n{ "gantry.lint.rules": { "${rule.id}": "off" } }\n\`\`\``,
    `<!-- Generated from the rule by npm run generate. -->`,
  ].join('\n\n');
}

/** The files beside the examples; of those without text, which only have to be there, the names. */
function around({ examples }: DocumentedRule): string[] {
  const files = Object.entries(examples.around ?? {});
  const empty = files.flatMap(([name, text]) => (text === '' ? [`\`${name}\``] : []));
  return [
    ...files.flatMap(([name, text]) =>
      text === ''
        ? []
        : [
            `In the examples \`${name}\` says:\n\n\`\`\`${name.endsWith('.yaml') ? 'yaml' : ''}\n${text.trimEnd()}\n\`\`\``,
          ],
    ),
    ...(examples.images ?? []).flatMap(({ reference, tags }) =>
      tags.map(({ tag, digests }) => {
        const name = `${reference.replace(/[:@].*$/, '')}:${tag}`;
        return `In the examples the engine has \`${name}\` as ${digests.map((digest) => `\`${digest}\``).join(', ')}.`;
      }),
    ),
    ...(empty.length === 0 ? [] : [`In the examples the build context has ${empty.join(', ')} and nothing else.`]),
  ];
}

function known({ codes }: DocumentedRule): string {
  return codes.length === 0 ? '' : ` · elsewhere ${codes.map((code) => `\`${code}\``).join(', ')}`;
}

function index(): string {
  const tables = chapters.map(({ language, rules }) =>
    [
      `## ${language}`,
      `| rule | asks to | by default | elsewhere |\n| --- | --- | --- | --- |\n${rules
        .map(
          ({ id, summary, severity, codes }) =>
            `| [\`${id}\`](${id}.md) | ${summary} | ${severity} | ${codes.map((code) => `\`${code}\``).join(', ')} |`,
        )
        .join('\n')}`,
    ].join('\n\n'),
  );
  return `# Rules\n\n<!-- Generated from the rules by npm run generate. -->\n\n${tables.join('\n\n')}\n`;
}

function format(markdown: string): Promise<string> {
  return prettier.format(markdown, { parser: 'markdown', printWidth: 120, embeddedLanguageFormatting: 'off' });
}
