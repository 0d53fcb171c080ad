import { parseArgs } from 'node:util';

/** The command was called wrongly; the message says how, the usage follows it. */
export class UsageError extends Error {}

export const usage = `Usage: gantry lint [options] PATH…
       gantry lsp

  lint                 report problems in Dockerfiles and compose files; folders are searched, - reads standard input
    -f, --file FILE    a file to lint whatever its name is; can be given again
    --format FORMAT    tty (default) or json
    --build-arg K=V    value of a build argument; can be given again
    --no-fail          exit with 0 whatever is found
    --no-color         no colors
  lsp                  the language server, on standard input and output

  --help, --version

Exit status: 0 nothing found, 1 problems found, 2 wrong usage or a file that cannot be read.
Configuration: .hadolint.yaml in the file's folder or above it, and HADOLINT_* in the environment.
`;

export type Format = 'tty' | 'json';

/** What `gantry lint` was asked to do. */
export interface LintArguments {
  readonly format: Format | undefined;
  readonly noFail: boolean;
  readonly noColor: boolean;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  /** Files named with `-f`. */
  readonly files: readonly string[];
  readonly help: boolean;
}

/** Throws `UsageError`. `env` gives the build arguments that are named without a value, as `docker build` has it. */
export function parseLintArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LintArguments {
  const { values, positionals } = parse(args);
  if (values.format !== undefined && values.format !== 'tty' && values.format !== 'json')
    throw new UsageError(`--format is tty or json, not ${values.format}`);
  const files = values.file ?? [];
  const help = values.help === true;
  if (!help && positionals.length === 0 && files.length === 0) throw new UsageError('name a file or a folder');
  return {
    format: values.format,
    noFail: values['no-fail'] === true,
    noColor: values['no-color'] === true,
    buildArgs: Object.fromEntries((values['build-arg'] ?? []).map((pair) => buildArg(pair, env))),
    paths: positionals,
    files,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        file: { type: 'string', short: 'f', multiple: true },
        format: { type: 'string' },
        'build-arg': { type: 'string', multiple: true },
        'no-fail': { type: 'boolean' },
        'no-color': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function buildArg(pair: string, env: Readonly<Record<string, string | undefined>>): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, env[pair] ?? ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
