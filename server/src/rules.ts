import { composeRules } from './compose/lint/rules/index.ts';
import { dockerfileRules } from './dockerfile/lint/rules/index.ts';
import type { Rule } from './lint/rule.ts';

/** What is told of a rule; its `check` is of no interest here. */
export type DocumentedRule = Omit<Rule<never>, 'check'>;

/** The rules of one language. */
export interface Chapter {
  readonly language: 'Dockerfile' | 'Compose';
  /** The Markdown fence's language. */
  readonly fence: string;
  readonly rules: readonly DocumentedRule[];
}

/** Every rule there is, by language. */
export const chapters: readonly Chapter[] = [
  { language: 'Dockerfile', fence: 'dockerfile', rules: dockerfileRules },
  { language: 'Compose', fence: 'yaml', rules: composeRules },
];

/** A rule's page in Markdown, by the rule's id; `undefined` when there is no such rule. */
export function rulePage(id: string): string | undefined {
  for (const chapter of chapters) {
    const rule = chapter.rules.find((candidate) => candidate.id === id);
    if (rule) return page(rule, chapter);
  }
  return undefined;
}

function page(rule: DocumentedRule, { language, fence }: Pick<Chapter, 'language' | 'fence'>): string {
  const block = (text: string): string => `\`\`\`${fence}\n${text.trimEnd()}\n\`\`\``;
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
    rule.rationale.trim(),
    ...around(rule),
    '## Reported',
    ...rule.examples.bad.map(block),
    '## Not reported',
    ...rule.examples.good.map(block),
    '## Switch it off',
    `For one place, with a comment on the line above: ${comments.map((comment) => `\`${comment}\``).join(' or ')}. For all files, in the settings:`,
    `\`\`\`json\n{ "gantry.lint.rules": { "${rule.id}": "off" } }\n\`\`\`\n`,
  ].join('\n\n');
}

function known({ codes }: DocumentedRule): string {
  return codes.length === 0 ? '' : ` · elsewhere ${codes.map((code) => `\`${code}\``).join(', ')}`;
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
