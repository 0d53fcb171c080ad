import { parseDocument } from 'yaml';
import type { LintContext } from '../language.ts';
import { severities, type Problem } from './problem.ts';

type Graded = Problem['severity'];

/** What `.hadolint.yaml` and `HADOLINT_*` say, after merging. Every key of hadolint 2.15's configuration. */
export interface LintConfig {
  readonly ignored: readonly string[];
  readonly override: Readonly<Record<Graded, readonly string[]>>;
  readonly trustedRegistries: readonly string[];
  /** Label -> the type its value must have: `text`, `url`, `semver`, `hash`, `rfc3339`, `spdx`, `email`. */
  readonly labelSchema: Readonly<Record<string, string>>;
  /** This and the other switches: absent when nothing was said, which means no. */
  readonly strictLabels?: boolean;
  readonly disableIgnorePragma?: boolean;
  /** The mildest severity that makes the command line fail, `info` when absent; `ignore` and `none`: any problem does. */
  readonly failureThreshold?: Graded | 'ignore' | 'none';
  readonly noFail?: boolean;
  readonly noColor?: boolean;
  readonly format?: string;
  /** What could not be read, one sentence each; the rest counts. */
  readonly faults: readonly string[];
}

/** hadolint without any configuration. */
export const standardConfig: LintConfig = {
  ignored: [],
  override: { error: [], warning: [], info: [], style: [] },
  trustedRegistries: [],
  labelSchema: {},
  faults: [],
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that counts for a document: its file, with the environment under it. */
export function readConfig({ hadolintConfig }: Pick<LintContext, 'hadolintConfig'>, env: Environment): LintConfig {
  return withEnvironment(hadolintConfig ? parseConfig(hadolintConfig.text) : standardConfig, env);
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads a `.hadolint.yaml`. What has the wrong type is named in `faults` and left out.
 * @see https://github.com/hadolint/hadolint#configure
 */
export function parseConfig(text: string): LintConfig {
  const faults: string[] = [];
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { ...standardConfig, faults: [`not YAML: ${error.message.split('\n')[0] ?? ''}`] };
  const raw: unknown = document.toJS();
  if (raw === null || raw === undefined) return standardConfig;
  if (typeof raw !== 'object' || Array.isArray(raw)) return { ...standardConfig, faults: ['not a mapping'] };
  return fromRaw(raw as Raw, faults);
}

function fromRaw(raw: Raw, faults: string[]): LintConfig {
  const words = (value: unknown, key: string): string[] => {
    if (value === undefined || value === null) return [];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
    faults.push(`"${key}" must be a list of strings`);
    return [];
  };
  const flag = (key: string): boolean | undefined => {
    const value = raw[key] ?? undefined;
    if (value === undefined || typeof value === 'boolean') return value;
    faults.push(`"${key}" must be true or false`);
    return undefined;
  };
  const override = mapping(raw['override'], 'override', faults);
  const labels = mapping(raw['label-schema'], 'label-schema', faults);
  const { format } = raw;
  const failureThreshold = threshold(raw['failure-threshold'], faults);
  return {
    ignored: words(raw['ignored'], 'ignored'),
    override: {
      error: words(override['error'], 'override.error'),
      warning: words(override['warning'], 'override.warning'),
      info: words(override['info'], 'override.info'),
      style: words(override['style'], 'override.style'),
    },
    trustedRegistries: words(raw['trustedRegistries'], 'trustedRegistries'),
    labelSchema: Object.fromEntries(Object.entries(labels).map(([label, type]) => [label, labelType(type, faults)])),
    ...said({
      strictLabels: flag('strict-labels'),
      disableIgnorePragma: flag('disable-ignore-pragma'),
      noFail: flag('no-fail'),
      noColor: flag('no-color'),
    }),
    ...(failureThreshold && { failureThreshold }),
    ...(typeof format === 'string' && { format }),
    faults,
  };
}

type Switches = Pick<LintConfig, 'strictLabels' | 'disableIgnorePragma' | 'noFail' | 'noColor'>;

/** The switches that something was said about. */
function said(switches: { readonly [K in keyof Switches]: boolean | undefined }): Switches {
  return Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined));
}

/** An empty type is `text`, as hadolint has it; one that it does not know is, too, and said. */
function labelType(type: unknown, faults: string[]): string {
  if (type === '' || type === null || type === undefined) return 'text';
  const known = labelTypes.find((name) => name === type);
  if (known === undefined) faults.push(`the type of a label must be one of ${labelTypes.join(', ')}`);
  return known ?? 'text';
}

const labelTypes = ['text', 'url', 'semver', 'hash', 'rfc3339', 'spdx', 'email'];

function mapping(value: unknown, key: string, faults: string[]): Raw {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Raw;
  faults.push(`"${key}" must be a mapping`);
  return {};
}

function threshold(value: unknown, faults: string[]): LintConfig['failureThreshold'] {
  if (value === undefined || value === null) return undefined;
  const known = [...severities, 'ignore', 'none'] as const;
  const word = known.find((name) => name === value);
  if (word === undefined) faults.push(`"failure-threshold" must be one of ${known.join(', ')}`);
  return word;
}

/** Adds what the environment says under what the file says: scalars of the file win, lists are joined. */
export function withEnvironment(config: LintConfig, env: Environment): LintConfig {
  const list = (name: string): string[] => split(env[`HADOLINT_${name}`]);
  const flag = (name: string): boolean | undefined => {
    const value = env[`HADOLINT_${name}`] ?? '';
    return value === '' ? undefined : /^(1|y|yes|true|on)$/i.test(value);
  };
  const faults = [...config.faults];
  const failureThreshold = config.failureThreshold ?? threshold(env['HADOLINT_FAILURE_THRESHOLD'], faults);
  const format = config.format ?? env['HADOLINT_FORMAT'];
  return {
    ...config,
    ignored: [...list('IGNORE'), ...config.ignored],
    override: {
      error: [...list('OVERRIDE_ERROR'), ...config.override.error],
      warning: [...list('OVERRIDE_WARNING'), ...config.override.warning],
      info: [...list('OVERRIDE_INFO'), ...config.override.info],
      style: [...list('OVERRIDE_STYLE'), ...config.override.style],
    },
    trustedRegistries: [...list('TRUSTED_REGISTRIES'), ...config.trustedRegistries],
    labelSchema: { ...labels(list('REQUIRE_LABELS'), faults), ...config.labelSchema },
    ...said({
      strictLabels: config.strictLabels ?? flag('STRICT_LABELS'),
      disableIgnorePragma: config.disableIgnorePragma ?? flag('DISABLE_IGNORE_PRAGMA'),
      noFail: config.noFail ?? flag('NOFAIL'),
      // https://no-color.org: any value that is not empty
      noColor: config.noColor ?? ((env['NO_COLOR'] ?? '') === '' ? undefined : true),
    }),
    ...(failureThreshold && { failureThreshold }),
    ...(format !== undefined && { format }),
    faults,
  };
}

function split(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function labels(pairs: readonly string[], faults: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => [pair.split(':')[0] ?? pair, labelType(pair.split(':')[1]?.trim(), faults)]),
  );
}
