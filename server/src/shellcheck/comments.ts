/** The dialects that every release of ShellCheck knows. */
export type Dialect = 'sh' | 'bash' | 'dash' | 'ksh';

export interface ShellScript {
  readonly text: string;
  readonly dialect: Dialect;
}

/** Both count from 1; columns count characters, not UTF-16 units, and a tab is one. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Replacement {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** What ShellCheck says about a script. */
export interface Comment {
  /** `SC2086` */
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
  /** All of them together, or none. */
  readonly fix: readonly Replacement[];
}

/**
 * Reads what `shellcheck -f json1` prints, by the names of the files as they were given to it. A record that is not as expected
 * is left out; `undefined` when nothing is.
 * @see https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#formats
 */
export function readComments(output: string): ReadonlyMap<string, readonly Comment[]> | undefined {
  const answer = parse(output);
  const comments = isRecord(answer) ? answer['comments'] : undefined;
  if (!Array.isArray(comments)) return undefined;
  const byFile = new Map<string, Comment[]>();
  for (const record of comments as unknown[]) {
    const comment = isRecord(record) ? readComment(record) : undefined;
    const file = isRecord(record) ? record['file'] : undefined;
    if (comment === undefined || typeof file !== 'string') continue;
    const found = byFile.get(file);
    if (found) found.push(comment);
    else byFile.set(file, [comment]);
  }
  return byFile;
}

type Fields = Readonly<Record<string, unknown>>;

function readComment(record: Fields): Comment | undefined {
  const { code, level, message, fix } = record;
  const span = readSpan(record);
  if (typeof code !== 'number' || typeof message !== 'string' || !isLevel(level) || span === undefined)
    return undefined;
  return { code: `SC${code}`, level, message, ...span, fix: readFix(fix) };
}

function readFix(fix: unknown): readonly Replacement[] {
  const records: unknown = isRecord(fix) ? fix['replacements'] : undefined;
  if (!Array.isArray(records)) return [];
  const replacements = records.flatMap((record: unknown): Replacement[] => {
    if (!isRecord(record)) return [];
    const span = readSpan(record);
    const text = record['replacement'];
    return span !== undefined && typeof text === 'string' ? [{ ...span, text }] : [];
  });
  return replacements.length === records.length ? replacements : [];
}

function readSpan({ line, column, endLine, endColumn }: Fields): { start: Place; end: Place } | undefined {
  if (!isCount(line) || !isCount(column) || !isCount(endLine) || !isCount(endColumn)) return undefined;
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isLevel(value: unknown): value is Comment['level'] {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'style';
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
