import { settingsTable, type SettingRow } from '../../server/src/protocol/settings.ts';

/** docs/settings.md: every setting with its type, default and meaning. */
export function settingsPage(): string {
  const rows = Object.entries(settingsTable).map(([key, row]: [string, SettingRow]) => {
    const type = row.enum ? row.enum.map((word) => `\`${word}\``).join(', ') : row.type;
    return `## \`${key}\`\n\n${row.description}\n\nType: ${type}. Default: \`${JSON.stringify(row.default)}\`.${row.restricted === true ? ' Ignored in an untrusted workspace.' : ''}\n`;
  });
  return `# Settings\n\n<!-- Generated from server/src/protocol/settings.ts by npm run generate. -->\n\n${rows.join('\n')}`;
}
