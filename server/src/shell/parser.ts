import { Language, Parser, type Node } from 'web-tree-sitter';
import type { Command, Script, Word } from './script.ts';
import { readPieces, type ShellPieces } from './tokens.ts';

/** The bytes of the WebAssembly modules: tree-sitter's runtime and its bash grammar. */
export interface ShellModules {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** Reads POSIX shell and bash. */
export interface ShellParser {
  /**
   * Reads a text that starts at `base` in its document. Never throws: what cannot be read is missing from the script,
   * and `hasError` says so.
   */
  parse(text: string, base: number): Script;
  /** What the pieces of a text are, for colors and for names. Never throws. */
  pieces(text: string): ShellPieces;
}

/** A text with more characters than this is not looked into: no shell script in a `RUN` is so long, and it would take too long. */
const longest = 64_000;

/** Loads the parser; takes some ten milliseconds, once. Rejects when the modules are broken. */
export async function loadShellParser({ runtime, grammar }: ShellModules): Promise<ShellParser> {
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return {
    parse(text, base) {
      const tree = text.length > longest ? null : parser.parse(text);
      if (tree === null) return { commands: [], pipes: [], hasError: true };
      try {
        return read(tree.rootNode, text, base);
      } finally {
        tree.delete();
      }
    },
    pieces(text) {
      const tree = text.length > longest ? null : parser.parse(text);
      const cursor = tree?.walk();
      try {
        return cursor ? readPieces(cursor, text) : { tokens: [], variables: [] };
      } finally {
        cursor?.delete();
        tree?.delete();
      }
    },
  };
}

/** Where a statement may end, seen from a command in it. */
const wrapping = new Set(['pipeline', 'redirected_statement', 'negated_command']);
/** What keeps a command in the script's own list. */
const listing = new Set(['program', 'list', ...wrapping]);
const wrappers = new Set(['builtin', 'busybox', 'command']);

/** What a node stands in. */
interface Around {
  readonly type: string;
  /** The outermost of the statements that end with the node. */
  readonly statement: Node | undefined;
  /** Nothing but lists is around it. */
  readonly topLevel: boolean;
}

/** Without recursion: each `&&` and each `$(` is one level deeper, and texts with thousands of them exist. */
function read(root: Node, text: string, base: number): Script {
  const commands: Command[] = [];
  const pipes: { start: number; end: number }[] = [];
  const waiting: { readonly node: Node; readonly around: Around }[] = [
    { node: root, around: { type: '', statement: undefined, topLevel: true } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, around } = next;
    const { type } = node;
    if (isPipe(type)) {
      if (around.type === 'pipeline' || around.type === 'heredoc_redirect')
        pipes.push({ start: base + node.startIndex, end: base + node.endIndex });
      continue;
    }
    if (type === 'command' || type === 'declaration_command' || type === 'unset_command') {
      const command = toCommand(node, around, { text, base });
      if (command !== undefined) commands.push(command);
    }
    const inside: Around = {
      type,
      statement: wrapping.has(type) ? (around.statement ?? node) : undefined,
      topLevel: around.topLevel && listing.has(type),
    };
    // The last one first, so that the first one is taken next.
    for (const child of node.children.toReversed())
      if (child.childCount > 0 || isPipe(child.type)) waiting.push({ node: child, around: inside });
  }
  return { commands, pipes, hasError: root.hasError };
}

function isPipe(type: string): boolean {
  return type === '|' || type === '|&';
}

function toCommand(
  node: Node,
  { statement = node, topLevel }: Around,
  { text, base }: { text: string; base: number },
): Command | undefined {
  const words = node.children
    .filter(({ type, isNamed }) => type !== 'variable_assignment' || !isNamed || node.type !== 'command')
    .filter(({ type }) => !type.endsWith('redirect') && type !== 'comment')
    .map((child): Word => toWord(child, text, base));
  const [name, ...args] = effective(words);
  if (name === undefined) return undefined;
  return {
    name,
    args,
    start: base + node.startIndex,
    end: base + node.endIndex,
    statement: { start: base + statement.startIndex, end: base + statement.endIndex },
    topLevel,
  };
}

/** What is really run: `exec -a name apt-get …` runs `apt-get`, but `command -v apt-get` runs nothing of that name. */
function effective(words: Word[]): Word[] {
  const [name, ...args] = words;
  if (name === undefined) return words;
  if (wrappers.has(name.text) && args[0] !== undefined && !args[0].text.startsWith('-')) return effective(args);
  if (name.text === 'exec') {
    const first = args.findIndex(({ text }, at) => !text.startsWith('-') && args[at - 1]?.text !== '-a');
    return first < 0 ? words : effective(args.slice(first));
  }
  return words;
}

function toWord(node: Node, text: string, base: number): Word {
  const raw = text.slice(node.startIndex, node.endIndex);
  const literal = node.type === 'raw_string' || !/(^|[^\\])[$`]/.test(raw);
  return { text: unquote(raw), start: base + node.startIndex, end: base + node.endIndex, literal };
}

/** Takes quotes and backslashes away; what is expanded stays as written. */
function unquote(raw: string): string {
  if (!/["'\\]/.test(raw)) return raw;
  // Quotes inside a substitution are the substitution's own.
  if (/\$\(|`/.test(raw)) return raw.replace(/^"([\s\S]*)"$/, '$1');
  let out = '';
  let quote = '';
  for (let i = 0; i < raw.length; i += 1) {
    const ch = raw.charAt(i);
    if (quote === "'") {
      if (ch === "'") quote = '';
      else out += ch;
    } else if (ch === '\\') {
      i += 1;
      const next = raw.charAt(i);
      if (next === '\n') continue;
      out += quote === '"' && !'"\\$`'.includes(next) ? `\\${next}` : next;
    } else if (ch === quote) quote = '';
    else if (quote === '' && (ch === '"' || ch === "'")) quote = ch;
    else out += ch;
  }
  return out;
}
