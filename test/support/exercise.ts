import { readSettings } from '../../server/src/protocol/readSettings.ts';
import type { Language, LanguageDocument } from '../../server/src/language.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** How long each of a language's answers took, in ms; an answer that throws rejects, naming the verb. */
export type Times = Readonly<Record<string, number>>;

const standard = readSettings(() => undefined);
const options = { tabSize: 4, insertSpaces: true };

/** Asks a language everything it can answer about a text, at some places of it. */
export async function exercise(language: Language, uri: string, content: string): Promise<Times> {
  const document: LanguageDocument = language.open(TextDocument.create(uri, language.ids[0] ?? '', 1, content));
  const times: Record<string, number> = {};
  const ask = async <T>(verb: string, answer: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await answer();
    } catch (error) {
      throw new Error(`${verb} failed`, { cause: error });
    } finally {
      times[verb] = Math.max(times[verb] ?? 0, performance.now() - started);
    }
  };
  const problems = await ask('problems', () =>
    language.provideProblems?.(document, { settings: standard }, { isCancellationRequested: false }),
  );
  const whole = { start: { line: 0, character: 0 }, end: document.text.positionAt(content.length) };
  await ask('symbols', () => language.provideSymbols?.(document));
  await ask('folding', () => language.provideFolding?.(document));
  await ask('links', () => language.provideLinks?.(document, () => Promise.resolve({ settings: standard })));
  await ask('semanticTokens', () => language.provideSemanticTokens?.(document));
  await ask('inlayHints', () =>
    language.provideInlayHints?.(document, whole, () => Promise.resolve({ settings: standard })),
  );
  await ask('formatting', () => language.provideFormatting?.(document, options, standard));
  await ask('rangeFormatting', () => language.provideRangeFormatting?.(document, whole, options, standard));
  await ask('outline', () => language.provideOutline?.(document));
  for (const problem of (problems ?? []).slice(0, 5))
    await ask('silence', () =>
      language.provideSilence?.(document, problem, { scope: 'line', context: { settings: standard } }),
    );
  for (const share of [0, 0.1, 0.35, 0.5, 0.75, 1]) {
    const position = document.text.positionAt(Math.floor(share * content.length));
    const range = { start: position, end: position };
    await ask('completion', () =>
      language.provideCompletion?.(document, position, {
        token: { isCancellationRequested: false },
        context: () => Promise.resolve({ settings: standard }),
      }),
    );
    await ask('hover', () => language.provideHover?.(document, position));
    await ask('signatureHelp', () => language.provideSignatureHelp?.(document, position));
    await ask('definition', () => language.provideDefinition?.(document, position));
    await ask('highlights', () => language.provideHighlights?.(document, position));
    await ask('references', () => language.provideReferences?.(document, position, { includeDeclaration: true }));
    await ask('prepareRename', () => language.prepareRename?.(document, position));
    await ask('rename', () => language.provideRename?.(document, position, 'other'));
    await ask('selectionRanges', () => language.provideSelectionRanges?.(document, [position]));
    await ask('tokensOfRange', () => language.provideSemanticTokens?.(document, range));
    await ask('codeActions', () => language.provideCodeActions?.(document, range, { diagnostics: [] }));
    for (const ch of language.onTypeTriggers ?? [])
      await ask('onTypeFormatting', () =>
        language.provideOnTypeFormatting?.(document, { position, ch }, options, standard),
      );
  }
  return times;
}
