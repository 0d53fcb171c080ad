import { composeRules } from '../../server/src/compose/lint/rules/index.ts';
import { dockerfileRules } from '../../server/src/dockerfile/lint/rules/index.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import type { Chapter } from '../../server/src/rules.ts';

/** A rule with what it says of itself. */
export type DocumentedRule = Omit<Rule<never>, 'check'>;

/** The Markdown fence's language. */
const fences: Readonly<Record<Chapter['language'], string>> = { Dockerfile: 'dockerfile', Compose: 'yaml' };

/** Every rule's page in Markdown, by the rule's id. */
export function rulePages(): Map<string, string> {
  const pages = (rules: readonly DocumentedRule[], language: Chapter['language']): (readonly [string, string])[] =>
    rules.map((rule) => [rule.id, rulePage(rule, language)]);
  return new Map([...pages(dockerfileRules, 'Dockerfile'), ...pages(composeRules, 'Compose')]);
}

function rulePage(rule: DocumentedRule, language: Chapter['language']): string {
  const block = (text: string): string => `\`\`\`${fences[language]}\n${text.trimEnd()}\n\`\`\``;
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
    `On the line above: ${comments.map((comment) => `\`${comment}\``).join(' or ')}. For all files: \`"gantry.lint.rules": { "${rule.id}": "off" }\`.\n`,
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
    ...(examples.engine ? [engineHas(examples.engine)] : []),
    ...(examples.neighbour === undefined
      ? []
      : [`In the examples another project is open:\n\n\`\`\`yaml\n${examples.neighbour.trimEnd()}\n\`\`\``]),
    ...(empty.length === 0 ? [] : [`In the examples the build context has ${empty.join(', ')} and nothing else.`]),
  ];
}

function engineHas({ taken }: NonNullable<DocumentedRule['examples']['engine']>): string {
  const ports = taken.map(({ port, container, project }) => `\`${container}\` of \`${project}\` runs on port ${port}`);
  return ports.length === 0
    ? 'In the examples the engine has no volumes and networks but its own.'
    : `In the examples the container ${ports.join(', ')}.`;
}
