import type { CancellationToken, Language, LanguageHost } from '../language.ts';
import type { ImageInUse } from '../protocol/requests.ts';
import { DockerfileDocument } from './document.ts';
import { provideCodeActions } from './features/codeActions.ts';
import { provideCompletion } from './features/completion.ts';
import { provideDefinition } from './features/definition.ts';
import { provideFolding } from './features/folding.ts';
import { provideFormatting, provideOnTypeFormatting, provideRangeFormatting } from './features/formatting.ts';
import { provideHighlights } from './features/highlight.ts';
import { provideHover } from './features/hover.ts';
import { provideInlayHints } from './features/inlayHints.ts';
import { provideLinks } from './features/links.ts';
import { provideProblems } from './features/problems.ts';
import { provideOutline } from './features/outline.ts';
import { provideReferences } from './features/references.ts';
import { prepareRename, provideRename } from './features/rename.ts';
import { provideSelectionRanges } from './features/selection.ts';
import { provideSemanticTokens } from './features/semanticTokens.ts';
import { nameInConfig, provideSilence } from './features/silence.ts';
import { provideSignatureHelp } from './features/signatureHelp.ts';
import { provideSymbols } from './features/symbols.ts';
import { semanticTokensLegend } from '../semanticTokens.ts';
import { readConfig } from '../lint/config.ts';
import { ignoreInConfig } from '../lint/ignoreInConfig.ts';
import { withLayer } from '../lint/configLayer.ts';
import { lazyShell } from '../shell/lazy.ts';
import type { ShellParser } from '../shell/parser.ts';
import { Versions } from '../versions.ts';
import { ContextReader } from '../workspace/contextFiles.ts';
import { NamedContexts } from '../workspace/namedContexts.ts';
import { namedImages } from './images/names.ts';
import { ImageReader } from '../workspace/imageReader.ts';
import { lookAtImages } from '../workspace/lookAtImages.ts';
import { checkScripts } from './shellcheck/check.ts';

/** What Gantry knows about Dockerfiles: one verb per feature, each a file in `features/`. */
export function dockerfile({
  client,
  log,
  env = {},
  docs,
  rulePage,
  files,
  images,
  suggestCommand,
  builds,
  ...host
}: LanguageHost): Language<DockerfileDocument> {
  const versions = new Versions<DockerfileDocument>();
  const shell = lazyShell(log);
  const shellFor = async (document: DockerfileDocument): Promise<ShellParser | undefined> =>
    runs(document) ? await shell() : undefined;
  const contexts = files && new ContextReader(files);
  const reader = images && new ImageReader(images);
  const named = builds && new NamedContexts(builds);
  const known = (document: DockerfileDocument, token: CancellationToken): ReadonlyMap<string, ImageInUse> | undefined =>
    reader && lookAtImages(document.uri, { ...host, images: reader, names: namedImages(document), token });
  return {
    ids: ['dockerfile'],
    fileNames: /^((docker|container)file(\..+)?|.+\.(docker|container)file)$/i,
    watchedFiles: ['**/.hadolint.{yaml,yml}', '**/*.dockerignore', '**/{compose,docker-compose}*.{yaml,yml}'],
    open: (text) => versions.next(text.uri, (before) => new DockerfileDocument(text, before)),
    completionTriggers: ['=', ' ', '$', '{', '-', ',', ':', '/', '"'],
    signatureTriggers: [' ', '=', ',', '-', '[', '"'],
    onTypeTriggers: ['\\', '`', '\n'],
    semanticTokensLegend,

    provideProblems: async (document, context, token) => {
      const config = withLayer(readConfig(context, env), context.configLayer);
      return await provideProblems(document, context, {
        config,
        shell: await shellFor(document),
        contexts,
        images: known(document, token),
        namedContexts: mayNameContext(document) ? await named?.of(document.uri) : undefined,
        log,
        checkScripts: (file) => checkScripts(file, context, { ...host, token }),
      });
    },
    provideSilence: (document, problem, { scope, context }) =>
      provideSilence(document, problem, {
        scope,
        pragmasDisabled: readConfig(context, env).disableIgnorePragma === true,
      }),
    provideConfigSilence: (problem, config) =>
      problem.kind === 'rule' ? ignoreInConfig(config, nameInConfig(problem)) : null,
    provideCodeActions: (document, range, { only }) =>
      provideCodeActions(document, { range, only, images: known(document, { isCancellationRequested: false }) }),
    provideCompletion: (document, position, request) =>
      provideCompletion(
        document,
        { position, request },
        { client, files, images, suggestCommand, namedContexts: () => named?.of(document.uri) },
      ),
    provideHover: async (document, position) =>
      await provideHover(document, position, { shell: await shellFor(document), images, docs, rulePage }),
    provideSignatureHelp: (document, position) => provideSignatureHelp(document, position, client),
    provideDefinition: async (document, position) => provideDefinition(document, position, await shellFor(document)),
    provideReferences: async (document, position, { includeDeclaration }) =>
      provideReferences(document, {
        position,
        includeDeclaration,
        shell: await shellFor(document),
        builds: (await builds?.(document.uri)) ?? [],
      }),
    provideHighlights: async (document, position) => provideHighlights(document, position, await shellFor(document)),
    prepareRename: async (document, position) => prepareRename(document, position, await shellFor(document)),
    provideRename: async (document, position, newName) =>
      provideRename(document, {
        position,
        newName,
        shell: await shellFor(document),
        builds: (await builds?.(document.uri)) ?? [],
      }),
    provideSymbols,
    provideOutline,
    provideFolding,
    provideSelectionRanges: async (document, positions) =>
      provideSelectionRanges(document, positions, await shellFor(document)),
    provideLinks: async (document, context) =>
      await provideLinks(document, { contexts, dockerignore: (await context()).dockerignore }),
    provideSemanticTokens: async (document, range) =>
      provideSemanticTokens(document, { range, shell: await shellFor(document) }),
    provideInlayHints,
    provideFormatting: (document, options, settings) => provideFormatting(document, { options, settings }),
    provideRangeFormatting: (document, range, options, settings) =>
      provideRangeFormatting(document, { range, options, settings }),
    provideOnTypeFormatting: (document, typed, options, settings) =>
      provideOnTypeFormatting(document, { typed, options, settings }),
  };
}

/** Whether something in it may be a named context: no stage is called so, and it looks like no image's full name. */
function mayNameContext({ references }: DockerfileDocument): boolean {
  return references.some(({ stage, text }) => stage === undefined && text !== 'scratch' && !/[:@/$]/.test(text));
}

/** Whether there is anything for a shell in it: the grammar is loaded with the first file that has some. */
function runs({ content }: DockerfileDocument): boolean {
  return /^[ \t]*(onbuild[ \t]+)?(run|cmd|entrypoint|healthcheck)\b/im.test(content);
}
