import type { Language, LanguageHost } from '../language.ts';
import { ComposeDocument } from './document.ts';
import { provideCompletion } from './features/completion.ts';
import { provideDefinition } from './features/definition.ts';
import { provideFolding } from './features/folding.ts';
import { provideHighlights } from './features/highlight.ts';
import { provideHover } from './features/hover.ts';
import { provideLinks } from './features/links.ts';
import { provideProblems } from './features/problems.ts';
import { provideSymbols } from './features/symbols.ts';
import { silencingEdit } from './lint/directives.ts';
import { Versions } from '../versions.ts';

/** What Gantry knows about compose files: one verb per feature, each a file in `features/`. */
export function compose(host: LanguageHost): Language<ComposeDocument> {
  const versions = new Versions<ComposeDocument>();
  return {
    ids: ['dockercompose'],
    fileNames: /^(docker-)?compose(\.[^.]+)*\.ya?ml$/i,
    open: (text) => versions.next(text.uri, (before) => new ComposeDocument(text, before)),
    completionTriggers: [' ', ':', '-', '$', '{', '*', '"', "'", '[', ','],

    provideProblems: (document, context) =>
      provideProblems(document, context, (message) => {
        host.log(message);
      }),
    provideSilence: (document, { id, kind, range }, { scope }) =>
      kind === 'rule' && scope !== 'stage'
        ? silencingEdit(document, { id, at: scope === 'file' ? 'file' : range.start })
        : null,
    provideCompletion: (document, position) => provideCompletion(document, position, host.client),
    provideHover,
    provideDefinition,
    provideHighlights,
    provideSymbols,
    provideFolding,
    provideLinks,
  };
}
