/** An instruction of a Dockerfile, as far as a build's messages need it. Lines count from 1. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** With its arguments on one line: continuations joined, comments left out. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

export interface Stage {
  readonly name: string | undefined;
  readonly base: string;
  readonly from: Instruction;
  /** Without `FROM`. */
  readonly instructions: readonly Instruction[];
}

export interface DockerfileOutline {
  readonly stages: readonly Stage[];
  /** The frontend that `# syntax=` asks for. */
  readonly syntax?: { readonly image: string; readonly line: number };
  /** Ranges of lines that are the body of a heredoc. */
  readonly heredocs: readonly { readonly start: number; readonly end: number }[];
}

/** Reads a Dockerfile's instructions; never fails. The language server knows it far better, but may not be running. */
export function outlineDockerfile(text: string): DockerfileOutline {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const directives = readDirectives(lines);
  const continuation = new RegExp(`${directives.escape === '`' ? '`' : '\\\\'}[ \\t]*$`);
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  const heredocs: { start: number; end: number }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (isBlank(lines[index])) continue;
    const line = index + 1;
    const parts: string[] = [];
    for (; index < lines.length; index += 1) {
      const part = lines[index] ?? '';
      if (isBlank(part)) continue;
      parts.push(part.replace(continuation, '').trim());
      if (!continuation.test(part)) break;
    }
    const joined = parts.join(' ').trim();
    const keyword = /^\S*/.exec(joined)?.[0].toUpperCase() ?? '';
    if (keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD') {
      const end = endOfHeredocs(lines, index, joined);
      if (end > index) heredocs.push({ start: index + 2, end: end + 1 });
      index = end;
    }
    const instruction = { keyword, text: joined, line, endLine: Math.min(index, lines.length - 1) + 1 };
    if (keyword === 'FROM') stages.push(toStage(instruction));
    else stages.at(-1)?.instructions.push(instruction);
  }
  return { stages, heredocs, ...(directives.syntax && { syntax: directives.syntax }) };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^\s*(#|$)/.test(line);
}

/** Directives are comments of the form `# key=value` before everything else. */
function readDirectives(lines: readonly string[]): { escape: string; syntax?: { image: string; line: number } } {
  const found = new Map<string, { value: string; line: number }>();
  for (const [index, line] of lines.entries()) {
    const match = /^#\s*([a-z]+)\s*=\s*(\S+)\s*$/i.exec(line);
    if (!match) break;
    found.set((match[1] ?? '').toLowerCase(), { value: match[2] ?? '', line: index + 1 });
  }
  const syntax = found.get('syntax');
  return {
    escape: found.get('escape')?.value ?? '\\',
    ...(syntax && { syntax: { image: syntax.value, line: syntax.line } }),
  };
}

/** The index of the last line of the heredocs that an instruction opens; `index` when it opens none, or one that never ends. */
function endOfHeredocs(lines: readonly string[], index: number, text: string): number {
  let end = index;
  for (const [, dash, , word] of text.matchAll(/(?<![<\w])<<(-?)(["']?)([A-Za-z_]\w*)\2/g)) {
    const isEnd = (line: string): boolean => (dash === '-' ? line.replace(/^\t+/, '') : line) === word;
    const found = lines.findIndex((line, at) => at > end && isEnd(line));
    if (found < 0) return index;
    end = found;
  }
  return end;
}

function toStage(from: Instruction): Stage & { instructions: Instruction[] } {
  const words = from.text
    .split(/\s+/)
    .slice(1)
    .filter((word) => !word.startsWith('--'));
  const name = words[1]?.toUpperCase() === 'AS' ? words[2] : undefined;
  return { name, base: words[0] ?? '', from, instructions: [] };
}
