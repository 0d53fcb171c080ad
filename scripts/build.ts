import { build, type BuildOptions, type Plugin } from 'esbuild';
import { mkdir, rm } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';

/**
 * Bundles what is shipped into dist/. `--dev` keeps names and adds source maps; without it the bundles are minified.
 * dockerode is our table of routes; its transport (docker-modem, ssh2), its BuildKit session (gRPC, protobuf) and its tar
 * are most of its weight and replaced by our own (see client/src/engine), so they are bundled as an empty module.
 */
const root = resolve(import.meta.dirname, '..');
const dev = process.argv.includes('--dev');

/** Modules that are bundles of their own, loaded by `await import('./x.ts')` on first use. */
const lazy: Readonly<Record<string, string>> = {
  ecr: 'client/src/registry/ecr/aws.ts',
  languageClient: 'client/src/languageClient.ts',
};

const entries: Readonly<Record<string, string>> = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  ...lazy,
};

const lazyImports: Plugin = {
  name: 'lazy-imports',
  setup(build) {
    const bundles = new Map(Object.entries(lazy).map(([name, path]) => [path, name]));
    build.onResolve({ filter: /\.ts$/ }, ({ kind, resolveDir, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = bundles.get(relative(root, resolve(resolveDir, path)).replaceAll('\\', '/'));
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
  plugins: [lazyImports],
  alias: Object.fromEntries(
    ['docker-modem', 'tar-fs', '@balena/dockerignore', '@grpc/grpc-js', '@grpc/proto-loader', 'protobufjs'].map(
      (name) => [name, './scripts/empty.cjs'],
    ),
  ),
};

await rm(resolve(root, 'dist'), { recursive: true, force: true });
await mkdir(resolve(root, 'dist'), { recursive: true });
await Promise.all(
  Object.entries(entries).map(([name, path]) =>
    build({ ...shared, entryPoints: { [name]: path }, outdir: 'dist', outExtension: { '.js': '.cjs' } }),
  ),
);
console.log(
  `built ${Object.keys(entries)
    .map((name) => basename(`dist/${name}.cjs`))
    .join(', ')}`,
);
