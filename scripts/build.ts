import { build, type BuildOptions, type BuildResult, type Metafile, type Plugin, transform } from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, relative, resolve } from 'node:path';
import { shellModulePaths } from '../server/src/shell/modules.ts';
import { notices } from './build/notices.ts';
import { ruleProse } from './build/ruleProse.ts';

/**
 * Bundles what is shipped into dist/. `--dev` keeps names and adds source maps; without it the bundles are minified.
 * dockerode is our table of routes; its transport (docker-modem, ssh2), its BuildKit session (gRPC, protobuf) and its tar
 * are most of its weight and replaced by our own (see client/src/engine), so they are bundled as an empty module.
 */
const root = resolve(import.meta.dirname, '..');
const installed = createRequire(import.meta.url);
const dev = process.argv.includes('--dev');

/** The client: what `activate` loads, and what is loaded by `await import('./x.ts')` on first use. They share files. */
const client: Readonly<Record<string, string>> = {
  extension: 'client/src/extension.ts',
  commands: 'client/src/commands/run.ts',
  composeViews: 'client/src/panel/composeViews.ts',
  dockerode: 'client/src/engine/dockerode.ts',
  ecr: 'client/src/registry/ecr/aws.ts',
  languageClient: 'client/src/languageClient.ts',
};

/** What the server loads on first use: bundles of their own, that share nothing. */
const lazy: Readonly<Record<string, string>> = {
  dockerfileLibrary: 'server/src/dockerfile/library.ts',
};

/** What runs in a panel, as in a browser: a script and a style sheet of the same name. */
const pages: readonly string[] = ['serviceGraph'];

/** The server and the command line are one bundle; each of the two entries only calls its function. */
const program = { name: 'gantry', path: 'server/src/program.ts' } as const;

const entries: Readonly<Record<string, string>> = {
  server: 'server/src/main.ts',
  cli: 'server/src/cli.ts',
  [program.name]: program.path,
  ...lazy,
};

const ownBundles: Plugin = {
  name: 'own-bundles',
  setup(build) {
    const bundles = new Map(Object.entries(lazy).map(([name, path]) => [path, name]));
    build.onResolve({ filter: /\.ts$/ }, ({ kind, resolveDir, path }) => {
      const file = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/');
      if (kind === 'import-statement' && file === program.path)
        return { path: `./${program.name}.cjs`, external: true };
      if (kind !== 'dynamic-import') return undefined;
      const name = bundles.get(file);
      return name === undefined ? undefined : { path: `./${name}.cjs`, external: true };
    });
  },
};

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.node': 'empty' },
  external: ['vscode'],
  // A bundle finds what lies beside it as its source does.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  plugins: [ownBundles, ruleProse],
  alias: {
    ...Object.fromEntries(
      ['docker-modem', 'tar-fs', '@balena/dockerignore', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'].map(
        (name) => [name, './scripts/empty.cjs'],
      ),
    ),
    // The AWS library asks it for the browser that it is in.
    bowser: './scripts/empty.cjs',
    // Its ES module asks for its own URL, which a CommonJS bundle does not have.
    'web-tree-sitter': installed.resolve('web-tree-sitter'),
    // Only what is called of it is bundled of its ES modules, which it keeps for browsers.
    yaml: resolve(root, 'node_modules/yaml/browser/dist/index.js'),
    // As ES modules these are reached from the CommonJS libraries through getters, in their innermost loops.
    ...Object.fromEntries(
      ['vscode-languageserver-types', 'vscode-languageserver-textdocument'].map((name) => [
        name,
        installed.resolve(name),
      ]),
    ),
  },
};

/** Files are only split as ES modules, which the editor does not load: each becomes a CommonJS module afterwards. */
async function splitClient(): Promise<BuildResult & { readonly metafile: Metafile }> {
  const result = await build({
    ...shared,
    metafile: true,
    entryPoints: client,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'shared-[hash]',
    format: 'esm',
    splitting: true,
    sourcemap: dev ? 'inline' : false,
    write: false,
  });
  await Promise.all(
    result.outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        minify: !dev,
        legalComments: 'none',
        sourcemap: dev ? 'inline' : false,
      });
      await writeFile(path, code);
    }),
  );
  return result;
}

await rm(resolve(root, 'dist'), { recursive: true, force: true });
await mkdir(resolve(root, 'dist'), { recursive: true });
const page = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  platform: 'browser',
  format: 'iife',
  target: 'chrome122',
  minify: !dev,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
} as const satisfies BuildOptions;
const bundles = await Promise.all([
  ...pages.map((name) =>
    build({
      ...page,
      entryPoints: [`main.ts`, `style.css`].map((file) => ({ in: `client/page/${name}/${file}`, out: name })),
    }),
  ),
  ...Object.entries(entries).map(([name, path]) =>
    build({
      ...shared,
      metafile: true,
      entryPoints: { [name]: path },
      outdir: 'dist',
      outExtension: { '.js': '.cjs' },
    }),
  ),
  splitClient(),
]);
await Promise.all(
  Object.values(shellModulePaths).map((path) =>
    copyFile(installed.resolve(path), resolve(root, 'dist', basename(path))),
  ),
);
await writeFile(
  resolve(root, 'dist/THIRD-PARTY-NOTICES.txt'),
  await notices(
    root,
    bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ),
);
console.log(
  `built ${[...Object.keys(client), ...Object.keys(entries)].map((name) => basename(`dist/${name}.cjs`)).join(', ')}`,
);
