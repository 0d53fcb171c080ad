import { build, type BuildOptions, type Metafile, type OutputFile, transform } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
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

/**
 * What the editor and Node load, and modules that these load by `await import('./x.ts')` on first use. Whatever two of them need
 * is in a file that they share, so each loads what it needs and no more.
 */
const entries: Readonly<Record<string, string>> = {
  extension: 'client/src/extension.ts',
  commands: 'client/src/commands/run.ts',
  composeViews: 'client/src/panel/composeViews.ts',
  dockerode: 'client/src/engine/dockerode.ts',
  engineViews: 'client/src/panel/engineViews.ts',
  files: 'client/src/document/files/fileSystem.ts',
  ecr: 'client/src/registry/ecr/aws.ts',
  languageClient: 'client/src/languageClient.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli.ts',
  dockerfileLibrary: 'server/src/dockerfile/library.ts',
  shell: 'server/src/shell/parser.ts',
};

/** What runs in a panel, as in a browser: a script and a style sheet of the same name. */
const pages: readonly string[] = ['serviceGraph', 'stats'];

const program: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // Files are only split as ES modules, which the editor does not load: each becomes a CommonJS module afterwards.
  format: 'esm',
  splitting: true,
  write: false,
  entryPoints: entries,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  chunkNames: 'shared-[hash]',
  metafile: true,
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: !dev,
  sourcemap: dev ? 'inline' : false,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.node': 'empty' },
  external: ['vscode'],
  // A bundle finds what lies beside it as its source does.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  plugins: [ruleProse],
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

async function buildProgram(): Promise<{ readonly metafile: Metafile }> {
  const { metafile, outputFiles } = await build({ ...program, metafile: true, write: false });
  const write = async ({ path, text }: OutputFile): Promise<void> => {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: !dev,
      legalComments: 'none',
      sourcemap: dev ? 'inline' : false,
    });
    await writeFile(path, code, { mode: code.startsWith('#!') ? 0o755 : 0o644 });
  };
  await Promise.all(outputFiles.map(write));
  return { metafile };
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
  buildProgram(),
]);
await Promise.all(
  // Packed they are half of what a VSIX makes of them, and unpacked in a few milliseconds.
  Object.values(shellModulePaths).map(async (path) => {
    const packed = await promisify(brotliCompress)(await readFile(installed.resolve(path)));
    await writeFile(resolve(root, 'dist', `${basename(path)}.br`), packed);
  }),
);
await writeFile(
  resolve(root, 'dist/THIRD-PARTY-NOTICES.txt'),
  await notices(
    root,
    bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ),
);
console.log(
  `built ${Object.keys(entries)
    .map((name) => basename(`dist/${name}.cjs`))
    .join(', ')}`,
);
