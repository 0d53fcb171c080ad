import { settingsTable, type SettingKey, type SettingRow, type Settings } from './settings.ts';

/** The settings that the language server reads. */
export const serverSettings: readonly SettingKey[] = keys().filter((key) => rowOf(key).server === true);

/** Every setting's value; what is absent, of another type, or not one of the allowed words is the default. */
export function readSettings(valueOf: (key: SettingKey) => unknown): Settings {
  return Object.fromEntries(keys().map((key) => [key, valid(rowOf(key), valueOf(key))])) as unknown as Settings;
}

/** One setting's value, by the same rule. */
export function readSetting<K extends SettingKey>(key: K, value: unknown): Settings[K] {
  return valid(rowOf(key), value) as Settings[K];
}

/**
 * Looks a key up in whatever an editor sends: nested (`{ gantry: { lint: { enable } } }`), without the first name
 * (`{ lint: { enable } }`), or flat (`{ 'gantry.lint.enable': … }`).
 */
export function settingIn(source: unknown, key: SettingKey): unknown {
  const short = key.replace(/^gantry\./, '');
  return [key, short].map((path) => at(source, path)).find((value) => value !== undefined);
}

function at(source: unknown, path: string): unknown {
  if (!isMapping(source)) return undefined;
  if (path in source) return source[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : at(source[path.slice(0, dot)], path.slice(dot + 1));
}

function valid(row: SettingRow, value: unknown): unknown {
  const fits = {
    boolean: typeof value === 'boolean',
    string: typeof value === 'string',
    number: typeof value === 'number' && Number.isFinite(value),
    object: isMapping(value),
    array: Array.isArray(value) && value.every((word) => typeof word === 'string'),
  }[row.type];
  if (!fits) return row.default;
  return row.enum && !row.enum.some((word) => word === value) ? row.default : value;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keys(): SettingKey[] {
  return Object.keys(settingsTable) as SettingKey[];
}

function rowOf(key: SettingKey): SettingRow {
  return settingsTable[key];
}
