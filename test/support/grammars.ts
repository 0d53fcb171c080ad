import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { Token } from './scopes.ts';

/** What an extension's manifest says of its grammars. */
interface Contributed {
  readonly contributes?: {
    readonly grammars?: readonly { readonly scopeName: string; readonly path: string; readonly injectTo?: string[] }[];
  };
}

/** Grammars by scope name: VS Code's, or small ones that stand for them. */
export type BaseGrammars = Readonly<Record<string, textmate.IRawGrammar>>;

export interface TokenizerOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly base: BaseGrammars;
  /** The grammar to read with. */
  readonly scopeName: string;
}

/** Reads a text as VS Code does: with `base`, our grammars, and the injections that package.json declares. */
export async function tokenizer({ root, base, scopeName }: TokenizerOptions): Promise<(text: string) => Token[][]> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Contributed;
  const own = manifest.contributes?.grammars ?? [];
  const wasm = readFileSync(createRequire(join(root, 'package.json')).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const ours = own.find((grammar) => grammar.scopeName === name);
      return ours ? readGrammar(join(root, ours.path)) : (base[name] ?? null);
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

/** The grammars of extensions, by their folders and manifests. */
export function grammarsOf(
  extensions: readonly { readonly path: string; readonly manifest: Contributed }[],
): BaseGrammars {
  return Object.fromEntries(
    extensions.flatMap(({ path, manifest }) =>
      (manifest.contributes?.grammars ?? []).map((grammar) => [
        grammar.scopeName,
        readGrammar(join(path, grammar.path)),
      ]),
    ),
  );
}

function readGrammar(path: string): textmate.IRawGrammar {
  return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
}
