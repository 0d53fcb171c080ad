import type { LintConfig } from './config.ts';

/** What options of a command line say: lists are empty and switches off where nothing was said. */
export type ConfigLayer = Omit<LintConfig, 'faults'>;

/**
 * Puts a layer over a configuration, as hadolint does: its scalars win, lists are joined. (hadolint's help says that
 * `--ignore` replaces the list of the file; its code joins them.)
 */
export function withLayer(config: LintConfig, layer: ConfigLayer | undefined): LintConfig {
  if (layer === undefined) return config;
  const { override } = config;
  const failureThreshold = layer.failureThreshold ?? config.failureThreshold;
  const format = layer.format ?? config.format;
  return {
    ignored: [...config.ignored, ...layer.ignored],
    override: {
      error: [...override.error, ...layer.override.error],
      warning: [...override.warning, ...layer.override.warning],
      info: [...override.info, ...layer.override.info],
      style: [...override.style, ...layer.override.style],
    },
    trustedRegistries: [...config.trustedRegistries, ...layer.trustedRegistries],
    labelSchema: { ...config.labelSchema, ...layer.labelSchema },
    ...(failureThreshold && { failureThreshold }),
    ...switches(config, layer),
    ...(format !== undefined && { format }),
    faults: config.faults,
  };
}

const switchNames = ['strictLabels', 'disableIgnorePragma', 'noFail', 'noColor'] as const;

/** An option can only switch on: there is none that takes back what a file says. */
function switches(config: LintConfig, layer: ConfigLayer): Pick<LintConfig, (typeof switchNames)[number]> {
  return Object.fromEntries(
    switchNames.flatMap((name) => {
      const value = layer[name] === true ? true : config[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
