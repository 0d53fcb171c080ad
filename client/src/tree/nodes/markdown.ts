/** The most of one value that a tooltip shows. */
const longest = 300;
/** The most entries of one list that a tooltip shows. */
const most = 8;

/** Text from the engine as Markdown that shows just this text: no links, no HTML, no formatting, on one line. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const shown = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return shown.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A tooltip's text: a heading and `name: value` lines; an empty value has no line, a list has a line per entry. */
export function facts(
  heading: string,
  rows: readonly (readonly [string, string | readonly string[] | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => fact(name, value));
  return [`**${escapeMarkdown(heading)}**`, ...lines].join('  \n');
}

function fact(name: string, value: string | readonly string[] | undefined): string[] {
  if (value === undefined || value.length === 0) return [];
  if (typeof value === 'string') return [`${name}: ${escapeMarkdown(value)}`];
  const [only] = value;
  if (value.length === 1 && only !== undefined) return [`${name}: ${escapeMarkdown(only)}`];
  const rest = value.length - most;
  return [
    `${name}:`,
    ...value.slice(0, most).map((entry) => `• ${escapeMarkdown(entry)}`),
    ...(rest > 0 ? [`• and ${rest} more`] : []),
  ];
}

/** A moment in the local time of the machine, to the second: `2026-01-31 14:05:09`. */
export function formatMoment(time: number): string {
  return new Date(time).toLocaleString('sv-SE');
}
