import { severities } from '../lint/problem.ts';
import type { ConfigLayer } from '../lint/configLayer.ts';
import { reportFormats, type FormatName } from '../lint/formats/index.ts';
import { oneOf, parse, UsageError } from './arguments.ts';

const formatNames = Object.keys(reportFormats) as FormatName[];
const thresholds = [...severities, 'ignore', 'none'] as const;
const labelTypes = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'] as const;

export const lintUsage = `Usage: gantry lint [options] PATH…

Reports problems in Dockerfiles and compose files. Folders are searched; - reads a Dockerfile from standard input.

  -f, --file FILE               a file to lint whatever its name is; can be given again: compose files that are given so
                                make up one project, in this order
  -c, --config FILE             use this configuration instead of the .hadolint.yaml found from each file upwards
  --format FORMAT               tty (default), ${formatNames.slice(1, 5).join(', ')},
                                ${formatNames.slice(5).join(', ')}
  --file-path-in-report PATH    the path that the report has for the file
  --build-arg NAME[=VALUE]      value of a build argument; can be given again
  --shellcheck PROGRAM          the ShellCheck that looks into RUN; the one on PATH when not given, none when off

 Fixing
  --fix                         apply the safe fixes, and report what is left; - writes the result to standard output
  --dry-run                     with --fix: show the changes and write nothing

 Rules, by id or by the name another tool has for them; each can be given again
  --ignore RULE                 do not report it
  --error, --warning, --info, --style RULE
                                report it with this severity
  --trusted-registry REGISTRY   images may come from it, and from no other that is not named
  --require-label LABEL:TYPE    a label that must be there; TYPE is ${labelTypes.slice(0, 4).join(', ')},
                                ${labelTypes.slice(4).join(', ')}
  --strict-labels               no other labels than those
  --disable-ignore-pragma       ignore comments do not count

 Result
  -t, --failure-threshold LEVEL the mildest severity to fail for: error, warning, info (default), style, ignore or none
  --no-fail                     exit with 0 whatever is found
  --no-color                    no colors
  -V, --verbose                 say which configuration each file has

Exit status: 0 nothing found at or above the threshold, 1 problems found, 2 wrong usage, or a file that cannot be read
or written. With codeclimate and codacy problems are no failure, as those services expect it.
Environment: HADOLINT_* and NO_COLOR; the configuration file counts more, and options count most. Lists are joined.
`;

/** What `gantry lint` was asked to do. */
export interface LintArguments {
  readonly layer: ConfigLayer;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  /** Files named with `-f`. */
  readonly files: readonly string[];
  readonly config: string | undefined;
  readonly pathInReport: string | undefined;
  readonly shellCheck: string | undefined;
  readonly fix: 'write' | 'show' | undefined;
  readonly verbose: boolean;
  readonly help: boolean;
}

const options = {
  file: { type: 'string', short: 'f', multiple: true },
  config: { type: 'string', short: 'c' },
  format: { type: 'string' },
  'file-path-in-report': { type: 'string' },
  'build-arg': { type: 'string', multiple: true },
  shellcheck: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  ignore: { type: 'string', multiple: true },
  error: { type: 'string', multiple: true },
  warning: { type: 'string', multiple: true },
  info: { type: 'string', multiple: true },
  style: { type: 'string', multiple: true },
  'trusted-registry': { type: 'string', multiple: true },
  'require-label': { type: 'string', multiple: true },
  'strict-labels': { type: 'boolean' },
  'disable-ignore-pragma': { type: 'boolean' },
  'failure-threshold': { type: 'string', short: 't' },
  'no-fail': { type: 'boolean' },
  'no-color': { type: 'boolean' },
  verbose: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Throws `UsageError`. `env` gives the build arguments that are named without a value, as `docker build` has it. */
export function parseLintArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): LintArguments {
  const { values, positionals } = parse(args, { options, usage: lintUsage });
  const files = values.file ?? [];
  const help = values.help === true;
  const wrong = (message: string): never => {
    throw new UsageError(message, lintUsage);
  };
  if (!help && positionals.length === 0 && files.length === 0) wrong('name a file or a folder');
  if (values['dry-run'] === true && values.fix !== true) wrong('--dry-run goes with --fix');
  return {
    layer: layerOf(values),
    buildArgs: Object.fromEntries((values['build-arg'] ?? []).map((pair) => buildArg(pair, env))),
    paths: positionals,
    files,
    config: values.config,
    pathInReport: values['file-path-in-report'],
    shellCheck: values.shellcheck,
    fix: values.fix === true ? (values['dry-run'] === true ? 'show' : 'write') : undefined,
    verbose: values.verbose === true || /^(1|y|yes|true|on)$/i.test(env['HADOLINT_VERBOSE'] ?? ''),
    help,
  };
}

function layerOf(values: ReturnType<typeof parse<typeof options>>['values']): ConfigLayer {
  const list = (names: readonly string[] = []): string[] => names.flatMap((name) => name.split(',')).filter(Boolean);
  const threshold = { option: '--failure-threshold', words: thresholds, usage: lintUsage };
  const failureThreshold = oneOf(values['failure-threshold'], threshold);
  const format = oneOf(values.format, { option: '--format', words: formatNames, usage: lintUsage });
  return {
    ignored: list(values.ignore),
    override: {
      error: list(values.error),
      warning: list(values.warning),
      info: list(values.info),
      style: list(values.style),
    },
    trustedRegistries: values['trusted-registry'] ?? [],
    labelSchema: Object.fromEntries((values['require-label'] ?? []).map(label)),
    strictLabels: values['strict-labels'] === true,
    disableIgnorePragma: values['disable-ignore-pragma'] === true,
    ...(failureThreshold && { failureThreshold }),
    noFail: values['no-fail'] === true,
    noColor: values['no-color'] === true,
    ...(format && { format }),
  };
}

/** `maintainer:text`; without a type any value will do. */
function label(pair: string): [string, string] {
  const colon = pair.indexOf(':');
  const [name, type] = colon < 0 ? [pair, ''] : [pair.slice(0, colon), pair.slice(colon + 1)];
  return [
    name,
    oneOf(type || 'text', { option: '--require-label LABEL:TYPE', words: labelTypes, usage: lintUsage }) ?? '',
  ];
}

function buildArg(pair: string, env: Readonly<Record<string, string | undefined>>): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, env[pair] ?? ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
