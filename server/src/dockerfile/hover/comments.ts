import { checkValue } from '../../lint/directives.ts';
import { code } from '../../markdown.ts';
import type { DockerfileDocument } from '../document.ts';
import { dockerfileRules } from '../lint/rules/index.ts';
import { isWithin } from '../model/name.ts';
import { checks } from '../reference/checks.ts';
import { directives, pragmas } from '../reference/directives.ts';
import { shellCheckCodes } from '../reference/shellCheckCodes.data.ts';
import { joined, type Help } from './instructions.ts';

/** What is there to read about a rule, by its id. */
export interface RuleTexts {
  /** The address of its page. */
  readonly docs?: ((id: string) => string | undefined) | undefined;
  /** What the page says, in Markdown. */
  readonly rulePage?: ((id: string) => string | undefined) | undefined;
}

/** What the word under an offset means in a directive or in a comment that linters read. */
export function commentHelp(document: DockerfileDocument, offset: number, texts: RuleTexts): Help | undefined {
  const { line } = document.text.positionAt(offset);
  const comment = document.parsed.comments.find((one) => one.line === line);
  if (comment === undefined) return undefined;
  const lineStart = document.text.offsetAt({ line, character: 0 });
  const start = document.content.indexOf(comment.text, lineStart);
  const { text } = comment;
  const head = document.parsed.head.some((one) => one.line === line);
  const directive = directives.find(({ name }) => head && new RegExp(`^${name}\\s*=`, 'i').test(text));
  const pragma = pragmas.find((one) => text.replaceAll(/\s*=\s*/g, '=').startsWith(one.text));
  if (directive === undefined && pragma === undefined && checkValue(text) === undefined) return undefined;
  const word = wordAt(text, offset - start);
  if (word === undefined) return undefined;
  const at = { start: start + word.index, end: start + word.index + word.text.length };
  if (directive?.name === 'syntax' && !isWithin({ start, end: start + 6 }, offset)) return undefined;
  const value = directive?.values.find(({ name }) => name.replace(/=.*$/, '') === word.text);
  const known = codeHelp(word.text, texts);
  if (known !== undefined) return { text: known, at };
  if (value) return { text: joined(code(value.name), value.doc), at };
  const subject = directive
    ? joined(`**${directive.name}**`, directive.doc)
    : pragma && joined(code(pragma.text), pragma.doc);
  return subject === undefined ? undefined : { text: subject, at };
}

function wordAt(text: string, index: number): { readonly text: string; readonly index: number } | undefined {
  for (const match of text.matchAll(/[\w-]+|\\|`/g))
    if (isWithin({ start: match.index, end: match.index + match[0].length }, index))
      return { text: match[0], index: match.index };
  return undefined;
}

/** The meaning of a rule's name or one that another tool gives it. */
function codeHelp(name: string, { docs, rulePage }: RuleTexts): string | undefined {
  const rule = dockerfileRules.find(({ id, codes }) => id === name || codes.includes(name));
  const check = checks.find((one) => one.name === name);
  if (rule) {
    const page = docs?.(rule.id);
    const title = `${code(name)}: ${rule.summary}`;
    const also = [rule.id, ...rule.codes].filter((other) => other !== name).map(code);
    return joined(
      title,
      reason(rulePage?.(rule.id)),
      also.length > 0 ? `Also ${also.join(', ')}.` : '',
      page === undefined ? upstream(name) : `[${rule.id}](${page})`,
    );
  }
  if (check) return joined(`${code(name)}: ${check.doc}`, upstream(name));
  const page = upstream(name);
  const meaning = shellCheckCodes[name];
  return page === '' ? undefined : joined(meaning === undefined ? code(name) : `${code(name)}: ${meaning}`, page);
}

/** Why the rule is there: on a page this comes third, behind the heading and the rule's names. */
function reason(page = ''): string {
  return page.split('\n\n')[2]?.replaceAll('\n', ' ') ?? '';
}

/** The page of the tool that the name is from. */
function upstream(name: string): string {
  if (/^DL\d{4}$/.test(name)) return `[hadolint’s page](https://github.com/hadolint/hadolint/wiki/${name})`;
  if (/^SC\d{4}$/.test(name)) return `[ShellCheck’s page](https://www.shellcheck.net/wiki/${name})`;
  if (!checks.some((check) => check.name === name)) return '';
  const page = name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
  return `[Docker’s page](https://docs.docker.com/reference/build-checks/${page}/)`;
}
