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
import { provideLinks } from './features/links.ts';
import { provideProblems } from './features/problems.ts';
import { provideOutline } from './features/outline.ts';
import { prepareRename, provideRename } from './features/rename.ts';
import { provideSemanticTokens, semanticTokensLegend } from './features/semanticTokens.ts';
import { nameInConfig, provideSilence } from './features/silence.ts';
import { provideSignatureHelp } from './features/signatureHelp.ts';
import { provideSymbols } from './features/symbols.ts';
import { readConfig } from '../lint/config.ts';
import { ignoreInConfig } from '../lint/ignoreInConfig.ts';
import { lazyShell } from '../shell/lazy.ts';
import { ContextReader } from '../workspace/contextFiles.ts';
import { lookAtImages } from './images/look.ts';
import { ImageReader } from './images/reader.ts';
import { library } from './library.ts';
import { checkScripts } from './shellcheck/check.ts';

/** What Gantry knows about Dockerfiles: one verb per feature, each a file in `features/`. */
export function dockerfile({
  client,
  log,
  env = {},
  files,
  images,
  suggestCommand,
  ...host
}: LanguageHost): Language<DockerfileDocument> {
  const service = library(client);
  const shell = lazyShell(log);
  const contexts = files && new ContextReader(files);
  const reader = images && new ImageReader(images);
  const known = (document: DockerfileDocument, token: CancellationToken): ReadonlyMap<string, ImageInUse> | undefined =>
    reader && lookAtImages(document, { ...host, images: reader, token });
  return {
    ids: ['dockerfile'],
    fileNames: /^((docker|container)file(\..+)?|.+\.(docker|container)file)$/i,
    watchedFiles: ['**/.hadolint.{yaml,yml}', '**/*.dockerignore'],
    open: (text) => new DockerfileDocument(text),
    completionTriggers: ['=', ' ', '$', '{', '-', ',', ':', '/', '"'],
    signatureTriggers: [' ', '=', ',', '-', '[', '"'],
    onTypeTriggers: ['\\', '`'],
    semanticTokensLegend,

    provideProblems: async (document, context, token) => {
      const config = readConfig(context, env);
      const parser = runs(document) ? await shell() : undefined;
      return await provideProblems(document, context, {
        config,
        shell: parser,
        contexts,
        images: known(document, token),
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
      provideCompletion(document, { position, request }, { client, files, images, suggestCommand }),
    provideHover: (document, position) => provideHover(document, position, service),
    provideSignatureHelp: (document, position) => provideSignatureHelp(document, position, { client, service }),
    provideDefinition: (document, position) => provideDefinition(document, position, service),
    provideHighlights: (document, position) => provideHighlights(document, position, service),
    prepareRename: (document, position) => prepareRename(document, position, service),
    provideRename: (document, position, newName) => provideRename({ document, position, newName }, service),
    provideSymbols: (document) => provideSymbols(document, service),
    provideOutline,
    provideFolding: (document) => provideFolding(document, service),
    provideLinks: (document) => provideLinks(document, service),
    resolveLink: (link) => service.resolveLink(link),
    provideSemanticTokens: (document) => provideSemanticTokens(document, service),
    provideFormatting: (document, options) => provideFormatting(document, options, service),
    provideRangeFormatting: (document, range, options) => provideRangeFormatting({ document, range, options }, service),
    provideOnTypeFormatting: (document, typed, options) =>
      provideOnTypeFormatting({ document, typed, options }, service),
  };
}

/** Whether there is anything for a shell in it: the grammar is loaded with the first file that has some. */
function runs({ content }: DockerfileDocument): boolean {
  return /^[ \t]*(onbuild[ \t]+)?(run|cmd|entrypoint|healthcheck)\b/im.test(content);
}
