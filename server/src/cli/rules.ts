import { upstreamPage } from '../lint/upstream.ts';
import { chapters, type Chapter, type ListedRule } from '../rules.ts';
import { oneOf, parse, UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export const rulesUsage = `Usage: gantry rules [options] [RULE…]

Lists all rules, or shows the pages of those that are named, by id or by the name another tool has for them.

  --format FORMAT    text (default) or json
`;

const options = { format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

interface Entry {
  readonly rule: ListedRule;
  readonly language: Chapter['language'];
}

/** `gantry rules`. Answers the exit status; throws `UsageError`. */
export function rulesCommand(args: readonly string[], { out, rulePage }: Pick<Terminal, 'out' | 'rulePage'>): number {
  const { values, positionals } = parse(args, { options, usage: rulesUsage });
  if (values.help === true) {
    out(rulesUsage);
    return 0;
  }
  const json = oneOf(values.format, { option: '--format', words: ['text', 'json'], usage: rulesUsage }) === 'json';
  const all = chapters.flatMap(({ rules, language }) => rules.map((rule): Entry => ({ rule, language })));
  const chosen = positionals.length === 0 ? all : positionals.map((name) => named(name, all));
  if (json)
    out(
      `${JSON.stringify(
        chosen.map((entry) => asJson(entry, rulePage)),
        undefined,
        2,
      )}\n`,
    );
  else if (positionals.length === 0) out(table(all));
  else out(chosen.map(({ rule }) => rulePage(rule.id) ?? `# ${rule.summary}\n`).join('\n'));
  return 0;
}

function named(name: string, all: readonly Entry[]): Entry {
  const wanted = name.toLowerCase();
  const entry = all.find(({ rule }) => [rule.id, ...rule.codes].some((known) => known.toLowerCase() === wanted));
  const page = upstreamPage(name.toUpperCase());
  const more = page === undefined ? 'gantry rules lists them' : `see ${page}`;
  if (entry === undefined) throw new UsageError(`there is no rule ${name} here; ${more}`, rulesUsage);
  return entry;
}

function asJson({ rule, language }: Entry, rulePage: Terminal['rulePage']): object {
  const { id, codes, severity, summary } = rule;
  return { id, language, codes, severity, summary, page: rulePage(id) };
}

function table(entries: readonly Entry[]): string {
  const rows = entries.map(({ rule }) => [rule.id, rule.severity, rule.codes.join(' '), rule.summary]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}\n`).join('');
}
