/**
 * The walls between the parts of the source: who may not import what, and why. Enforced by the `house/walls` lint rule.
 * Paths are relative to the repository's root, with forward slashes. `bars` sees the resolved path of a relative import
 * (`server/src/lint/rule.ts`) or the bare specifier of a package import (`dockerode`, `node:fs`).
 */
export interface Wall {
  readonly name: string;
  readonly from: RegExp;
  /** Files inside `from` that stand on the border: the adapters whose job it is to import what the others may not. */
  readonly except?: RegExp;
  readonly bars: RegExp;
  /** Imports inside `bars` that are fine. */
  readonly allows?: RegExp;
  readonly because: string;
  /** One import that breaks the wall, as the wall's own test. */
  readonly violation: { readonly file: string; readonly specifier: string };
}

export const walls: readonly Wall[] = [
  {
    name: 'server runs anywhere',
    from: /^server\//,
    bars: /^(vscode|vscode-languageclient(\/.*)?|client\/.*)$/,
    because: 'the server runs in any editor and in CI',
    violation: { file: 'server/src/server.ts', specifier: 'vscode' },
  },
  {
    name: 'client and server speak LSP',
    from: /^client\//,
    bars: /^server\//,
    allows: /^server\/src\/protocol\//,
    because: 'the two meet in the protocol only',
    violation: { file: 'client/src/languageClient.ts', specifier: '../../server/src/server.ts' },
  },
  {
    name: 'the core of the client is plain Node',
    from: /^client\/src\/(engine|registry|store|commands|ui\/(ui|explain)\.ts|tree\/(node\.ts|nodes\/))/,
    except: /^client\/src\/commands\/register\.ts$/,
    bars: /^(vscode|client\/src\/(ui\/vscodeUi|tree\/provider|extension|languageClient)\.ts)$/,
    because: 'it runs and is tested without an editor',
    violation: { file: 'client/src/store/store.ts', specifier: 'vscode' },
  },
  {
    name: 'pages run in a browser',
    from: /^client\/page\//,
    bars: /^(vscode|node:.*|dockerode|server\/.*|client\/src\/.*)$/,
    allows: /^client\/src\/panel\/(graph\/serviceGraph|stats\/statsPage)\.ts$/,
    because: 'a panel’s script has the messages in common with the extension, and nothing else',
    violation: { file: 'client/page/serviceGraph/main.ts', specifier: 'vscode' },
  },
  {
    name: 'one importer of the engine library',
    from: /^(client|server|scripts)\/(?!src\/engine\/)/,
    bars: /^(dockerode|docker-modem)(\/.*)?$/,
    because: "one folder changes when the engine's library does",
    violation: { file: 'client/src/commands/container/stop.ts', specifier: 'dockerode' },
  },
  {
    name: 'language code is pure',
    from: /^server\/src\/([a-z]+\/features|.*\/lint\/rules)\//,
    bars: /^(node:.*|fs|path|os|child_process|vscode-languageserver\/node(\.js)?|server\/src\/(server|serve|program|main|cli)\.ts)$/,
    because: 'a document in, LSP values out',
    violation: { file: 'server/src/dockerfile/features/hover.ts', specifier: 'node:fs' },
  },
  {
    name: 'one place that starts programs',
    from: /^server\/src\/(?!shellcheck\/)/,
    bars: /^(node:)?child_process$/,
    because: "the user's ShellCheck is the only program that the server runs",
    violation: { file: 'server/src/workspace/files.ts', specifier: 'node:child_process' },
  },
  {
    name: 'Dockerfile code knows no compose',
    from: /^server\/src\/dockerfile\//,
    bars: /^server\/src\/compose\//,
    because: 'what belongs to both languages stands in workspace/, shell/ or lint/',
    violation: { file: 'server/src/dockerfile/features/hover.ts', specifier: '../../compose/document.ts' },
  },
  {
    name: 'compose code knows no Dockerfile',
    from: /^server\/src\/compose\//,
    bars: /^server\/src\/dockerfile\//,
    because: 'what belongs to both languages stands in workspace/, shell/ or lint/',
    violation: { file: 'server/src/compose/features/hover.ts', specifier: '../../dockerfile/document.ts' },
  },
  {
    name: 'the product does not reach into its workshop',
    from: /^(client|server)\//,
    bars: /^(test|scripts)\//,
    because: 'tests and scripts are not shipped',
    violation: { file: 'client/src/extension.ts', specifier: '../../test/support/engine.ts' },
  },
];

/** The wall that an import breaks, or `undefined`. `target` is a resolved path from the root or a bare specifier. */
export function brokenWall(file: string, target: string): Wall | undefined {
  return walls.find(
    (wall) =>
      wall.from.test(file) &&
      !(wall.except?.test(file) ?? false) &&
      wall.bars.test(target) &&
      !(wall.allows?.test(target) ?? false),
  );
}
