import prettier from 'prettier';
import { chapters } from '../../server/src/rules.ts';
import { rulePages } from './rulePage.ts';

/** docs/rules/: a page per rule, as short as it can be since all are shipped, and an index of all. Path from the root -> text. */
export async function rulesPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const [id, page] of rulePages()) pages.set(`docs/rules/${id}.md`, await format(page));
  pages.set('docs/rules/README.md', await format(index()));
  return pages;
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
