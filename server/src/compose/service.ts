import type { Language, LanguageHost } from '../language.ts';
import { EngineReader } from '../workspace/engineReader.ts';
import { ImageReader } from '../workspace/imageReader.ts';
import { ComposeDocument } from './document.ts';
import { provideCodeActions } from './features/codeActions.ts';
import { provideCompletion } from './features/completion.ts';
import { provideDefinition } from './features/definition.ts';
import { provideEffective } from './features/effective.ts';
import { provideFolding } from './features/folding.ts';
import { provideFormatting } from './features/formatting.ts';
import { provideHighlights } from './features/highlight.ts';
import { provideHover } from './features/hover.ts';
import { provideInlayHints } from './features/inlayHints.ts';
import { provideLinks } from './features/links.ts';
import { provideOutline } from './features/outline.ts';
import { provideProblems } from './features/problems.ts';
import { provideReferences } from './features/references.ts';
import { prepareRename, provideRename } from './features/rename.ts';
import { provideRunLine } from './features/runLine.ts';
import { provideSelectionRanges } from './features/selection.ts';
import { provideSemanticTokens } from './features/semanticTokens.ts';
import { provideSymbols } from './features/symbols.ts';
import { semanticTokensLegend } from '../semanticTokens.ts';
import { silencingEdit } from './lint/directives.ts';
import { Dependents } from './project/dependents.ts';
import { ProjectLoader } from './project/loader.ts';
import { Neighbours } from './project/neighbours.ts';
import { Shelf } from './project/shelf.ts';
import { Versions } from '../versions.ts';

/** What Gantry knows about compose files: one verb per feature, each a file in `features/`. */
export function compose(host: LanguageHost): Language<ComposeDocument> {
  const versions = new Versions<ComposeDocument>();
  const watched = host.client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const shelf = new Shelf(host, { versions, watched });
  const projects = new ProjectLoader(shelf, host.env ?? {});
  const images = host.images && new ImageReader(host.images);
  const navigation = { ...host, projects };
  const engineReader = host.engine && new EngineReader(host.engine);
  const neighbours = new Neighbours((path) => host.openText?.(path) !== undefined);
  const dependents = new Dependents(host.refresh ?? (() => {}));
  return {
    ids: ['dockercompose'],
    fileNames: /^(docker-)?compose(\.[^.]+)*\.ya?ml$/i,
    open: (text) => versions.next(text.uri, (before) => new ComposeDocument(text, before)),
    completionTriggers: [' ', ':', '-', '$', '{', '*', '"', "'", '[', ','],

    watchedFiles: ['**/*.{yaml,yml,env}', '**/.env*', '**/{Dockerfile,Containerfile}*', '**/*.{Dockerfile,dockerfile}'],
    filesChanged: () => {
      shelf.forget();
    },

    provideProblems: (document, context, token) =>
      provideProblems(document, context, {
        ...host,
        projects,
        shelf,
        dependents,
        images,
        engineReader,
        neighbours,
        token,
      }),
    provideSilence: (document, { id, kind, range }, { scope }) =>
      kind === 'rule' && scope !== 'stage'
        ? silencingEdit(document, { id, at: scope === 'file' ? 'file' : range.start })
        : null,
    provideCompletion: (document, position) => provideCompletion(document, position, navigation),
    provideHover: (document, position) => provideHover(document, position, navigation),
    provideInlayHints: (document, range, context) => provideInlayHints(document, { range, projects, context }),
    provideDefinition: (document, position) => provideDefinition(document, position, navigation),
    provideReferences: (document, position, { includeDeclaration }) =>
      provideReferences(document, { ...navigation, position, includeDeclaration }),
    prepareRename: (document, position) => prepareRename(document, position, navigation),
    provideRename: (document, position, newName) => provideRename(document, { ...navigation, position, newName }),
    provideHighlights,
    provideSymbols,
    provideComposeOutline: async (document) => provideOutline(document, await projects.of(document)),
    provideRunLine,
    provideCodeActions: (document, range, { only }) => provideCodeActions(document, { range, only }),
    provideComposeConfig: async (document) => provideEffective(await projects.of(document)),
    provideFolding,
    provideSelectionRanges,
    semanticTokensLegend,
    provideSemanticTokens,
    provideLinks: (document) => provideLinks(document, host),
    provideFormatting: (document, options, settings) => provideFormatting(document, { options, settings }),
    provideRangeFormatting: (document, range, options, settings) =>
      provideFormatting(document, { options, settings, range }),
  };
}
