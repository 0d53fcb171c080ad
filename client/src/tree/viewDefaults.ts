import type { SettingKey, Settings } from '../../../server/src/protocol/settings.ts';
import type { Defaults } from './viewOptions.ts';

/** What the settings say of each view. */
export function viewDefaults(setting: <K extends SettingKey>(key: K) => Settings[K]): Defaults {
  return (view) => {
    switch (view) {
      case 'gantry.containers':
        return {
          group: setting('gantry.containers.groupBy'),
          groupLabel: setting('gantry.containers.groupByLabel'),
          sort: setting('gantry.containers.sortBy'),
        };
      case 'gantry.images':
        return { sort: setting('gantry.images.sortBy') };
      default:
        return {};
    }
  };
}
