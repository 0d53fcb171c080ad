import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { grammars: { scopeName: string; path: string; injectTo?: string[] }[] };
};
const own = manifest.contributes.grammars;

/** A piece of a line and its scopes, the root's scope left out, from the outermost to the innermost. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Grammars by scope name beside our own: VS Code's, or small ones that stand for them. */
export type BaseGrammars = Readonly<Record<string, textmate.IRawGrammar>>;

/** Reads a text as VS Code does: with our grammars, `base`, and the injections that package.json declares. */
export async function tokenizer(base: BaseGrammars, scopeName: string): Promise<(text: string) => Token[][]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const ours = own.find((grammar) => grammar.scopeName === name);
      if (!ours) return base[name] ?? null;
      const path = join(root, ours.path);
      return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
    getInjections: (name) => own.filter(({ injectTo }) => injectTo?.includes(name)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar for ${scopeName}`);
  return (text) => {
    let stack: textmate.StateStack = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1),
      }));
    });
  };
}

/**
 * Checks scopes in a text with carets under it: `   ^^^ string.quoted` says that these columns of the line above have a
 * scope of that name or below it, and with `!` before the name that they have none.
 */
export function scopeFaults(annotated: string, tokens: (text: string) => Token[][]): string[] {
  const lines = annotated.split('\n');
  const isCarets = (line: string): boolean => /^ *\^+ \S+$/.test(line);
  const all = tokens(lines.filter((line) => !isCarets(line)).join('\n'));
  const faults: string[] = [];
  let at = -1;
  for (const line of lines) {
    if (!isCarets(line)) {
      at += 1;
      continue;
    }
    const [, before = '', carets = '', not = '', scope = ''] = /^( *)(\^+) (!?)(\S+)$/.exec(line) ?? [];
    for (const [text, scopes] of columns(all[at] ?? [], { start: before.length, end: before.length + carets.length })) {
      const has = scopes.some((one) => one === scope || one.startsWith(`${scope}.`));
      if (has === (not === '!'))
        faults.push(`line ${String(at + 1)}, "${text}": ${not}${scope}, but ${scopes.join(' ')}`);
    }
  }
  return faults;
}

function columns(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): [string, readonly string[]][] {
  let column = 0;
  const found: [string, readonly string[]][] = [];
  for (const { text, scopes } of tokens) {
    if (column < end && column + text.length > start) found.push([text, scopes]);
    column += text.length;
  }
  return column < end ? [...found, ['(end of line)', []]] : found;
}
