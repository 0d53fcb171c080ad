import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../server/src/dockerfile/document.ts';
import { DockerfileFile, type FileOptions } from '../../server/src/dockerfile/lint/file.ts';
import { parseConfig, standardConfig } from '../../server/src/lint/config.ts';
import { closest } from '../../server/src/lint/closest.ts';
import { lint } from '../../server/src/lint/lint.ts';
import type { Problem } from '../../server/src/lint/problem.ts';
import type { Rule } from '../../server/src/lint/rule.ts';
import { readShellModules } from '../../server/src/shell/modules.ts';
import { loadShellParser } from '../../server/src/shell/parser.ts';
import { applyEdits, unmark } from './markedText.ts';

const shell = await loadShellParser(await readShellModules());

/** What the rules see of a text. */
export function dockerfile(text: string, options: Partial<FileOptions> = {}): DockerfileFile {
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  return new DockerfileFile(document, { config: standardConfig, shell, ...options });
}

/** What one rule, on its own, reports, also one that is off by default; `options` are what the file is linted with, its configuration among them. */
export function problemsOf(rule: Rule<DockerfileFile>, text: string, options: Partial<FileOptions> = {}): Problem[] {
  return lint({
    rules: [rule],
    file: dockerfile(text, { ...surroundingsOf(rule, text), ...options }),
    config: standardConfig,
    // A rule that is off by default is tested like any other.
    severities: rule.severity === 'off' ? { [rule.id]: 'info' } : {},
    silenced: () => false,
    onError: (_, error) => {
      throw error;
    },
  });
}

/** What stands beside the rule's examples, as the file that a text is in sees it. */
function surroundingsOf(rule: Rule<DockerfileFile>, text: string): Partial<FileOptions> {
  const { around = {}, images } = rule.examples;
  const { '.hadolint.yaml': config, '.dockerignore': ignore, ...files } = around;
  const there = Object.keys(files).flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/')));
  const missing = dockerfile(text)
    .copySources()
    .flatMap(({ path }) => (path === undefined || path === '.' || there.includes(path) ? [] : [path]));
  const meant = missing.flatMap((path) => {
    const near = closest(path, there);
    return near === undefined ? [] : [[path, near] as const];
  });
  return {
    ...(images && { images: new Map(images.map((image) => [image.reference, image])) }),
    ...(config !== undefined && { config: parseConfig(config) }),
    ...(ignore !== undefined && { dockerignore: { path: '/.dockerignore', text: ignore } }),
    ...(there.length > 0 && {
      contextFiles: { folder: '/', dockerignoreApplies: true, missing: new Set(missing), meant: new Map(meant) },
    }),
  };
}

export interface RuleCases {
  /** What every case is linted with. */
  readonly options?: Partial<FileOptions>;
  /** Name -> text with `^^^` under what is reported. */
  readonly bad?: Readonly<Record<string, string>>;
  /** Name -> text. */
  readonly good?: Readonly<Record<string, string>>;
  /** Name -> text before and after the fix of its first problem. */
  readonly fixes?: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** Name -> text whose first problem has no fix. */
  readonly unfixable?: Readonly<Record<string, string>>;
}

/** Tests beyond the rule's own examples. */
export function testRule(
  rule: Rule<DockerfileFile>,
  { bad = {}, good = {}, fixes = {}, unfixable = {}, options = {} }: RuleCases,
): void {
  describe(rule.id, () => {
    test.each(Object.entries(bad))('reports %s', (_, marked) => {
      const { text, ranges } = unmark(marked);
      expect(problemsOf(rule, text, options).map(({ range }) => range)).toEqual(ranges);
      expect(ranges).not.toEqual([]);
    });
    test.each(Object.entries(good))('is content with %s', (_, text) => {
      expect(problemsOf(rule, text, options)).toEqual([]);
    });
    test.each(Object.entries(fixes))('fixes %s', (_, [before, after]) => {
      expect(applyEdits(before, problemsOf(rule, before, options)[0]?.fix?.edits ?? [])).toBe(after);
    });
    test.each(Object.entries(unfixable))('has no fix for %s', (_, text) => {
      const [first] = problemsOf(rule, text, options);
      expect(first).toBeDefined();
      expect(first?.fix).toBeUndefined();
    });
  });
}
