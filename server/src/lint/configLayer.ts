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
    strictLabels: config.strictLabels || layer.strictLabels,
    disableIgnorePragma: config.disableIgnorePragma || layer.disableIgnorePragma,
    ...(failureThreshold && { failureThreshold }),
    noFail: config.noFail || layer.noFail,
    noColor: config.noColor || layer.noColor,
    ...(format !== undefined && { format }),
    faults: config.faults,
  };
}
