import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { languages } from './languages.ts';
import { startServer } from './server.ts';
import { OwnShellCheck } from './shellcheck/shellcheck.ts';
import { diskFiles, readTextFile } from './workspace/files.ts';
import { releaseMemory } from './workspace/memory.ts';
import { ruleDocs, rulePages } from './workspace/ruleDocs.ts';
import { readSurroundings } from './workspace/surroundings.ts';
import { version } from './workspace/version.ts';

/** Serves the language server's protocol; the usual arguments choose the transport: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all), {
    languages,
    surroundings: (uri) => readSurroundings(uri, process.env),
    docs: ruleDocs(import.meta.dirname),
    rulePage: rulePages(import.meta.dirname),
    env: process.env,
    files: diskFiles,
    readText: readTextFile,
    shellCheck: (log) => new OwnShellCheck({ env: process.env, log }),
    onQuiet: releaseMemory,
    version: version(import.meta.dirname),
  });
}
