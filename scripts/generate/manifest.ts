import { commands } from '../../client/src/commands/index.ts';
import type { Command, TargetKind } from '../../client/src/commands/command.ts';
import { welcomeTexts } from '../../client/src/tree/welcome.ts';
import { settingsTable, type SettingRow } from '../../server/src/protocol/settings.ts';

interface MenuItem {
  command: string;
  when?: string;
  group?: string;
}
type Menus = Record<string, MenuItem[]>;

/** The parts of package.json that follow from the command list and the settings table. */
export function generatedContributes(): Record<string, unknown> {
  return {
    commands: commands.map((command) => ({
      command: command.id,
      title: command.title,
      category: categories[command.on ?? 'none'],
      ...(command.icon === undefined ? {} : { icon: `$(${command.icon})` }),
      ...(command.enablement === undefined ? {} : { enablement: command.enablement }),
    })),
    menus: menus(),
    configuration: configuration(),
    viewsWelcome: viewsWelcome(),
  };
}

/** What stands before the title in the palette: `Gantry Containers: Start`. */
const categories: Readonly<Record<TargetKind | 'none', string>> = {
  none: 'Gantry',
  container: 'Gantry Containers',
  containerGroup: 'Gantry Compose',
  port: 'Gantry Containers',
  volume: 'Gantry Volumes',
  network: 'Gantry Networks',
  containerSet: 'Gantry Containers',
  mount: 'Gantry Containers',
  attachment: 'Gantry Containers',
  variable: 'Gantry Containers',
  section: 'Gantry',
  context: 'Gantry Contexts',
  remoteTag: 'Gantry Registries',
  service: 'Gantry Swarm',
  swarmObject: 'Gantry Swarm',
  image: 'Gantry Images',
  dockerfile: 'Gantry Images',
  composeProject: 'Gantry Compose',
};

/** The language of what is a file. */
const fileLanguages: Partial<Readonly<Record<TargetKind, string>>> = {
  dockerfile: 'dockerfile',
  composeProject: 'dockercompose',
};

function viewsWelcome(): unknown {
  return welcomeTexts.map(({ view, when, lines }) => ({
    view,
    contents: lines.join('\n'),
    when: `${view}.welcome == '${when}'`,
  }));
}

/** The keys of the settings that an untrusted workspace may not set. */
export function restrictedSettings(): string[] {
  return rows()
    .filter(([, row]) => row.restricted === true)
    .map(([key]) => key);
}

function menus(): Menus {
  const all: Menus = {};
  const add = (menu: string, item: MenuItem): void => {
    (all[menu] ??= []).push(item);
  };
  for (const command of commands) {
    const { inline, menu, title, editor, editorTitle, logTitle, hiddenInPalette } = command.placement;
    if (inline !== undefined) {
      const { position, when } = typeof inline === 'number' ? { position: inline, when: command.when } : inline;
      for (const row of rowClauses(command, when))
        add('view/item/context', { command: command.id, when: row, group: `inline@${position}` });
    }
    if (menu !== undefined) {
      for (const row of rowClauses(command, command.when)) {
        const when = command.many ? row : `${row} && !listMultiSelection`;
        add('view/item/context', { command: command.id, when, group: menu });
      }
    }
    if (title)
      add('view/title', {
        command: command.id,
        when: viewClause(title),
        group: title.group,
      });
    const file = `resourceLangId == ${fileLanguages[command.on ?? 'container'] ?? ''}`;
    if (editor !== undefined) {
      add('editor/context', { command: command.id, when: file, group: editor });
      add('explorer/context', { command: command.id, when: file, group: editor });
    }
    if (editorTitle !== undefined)
      add('editor/title', { command: command.id, when: `${file} && resourceScheme == file`, group: editorTitle });
    if (logTitle) {
      const when = ['resourcePath in gantry.logs.open', ...(logTitle.when === undefined ? [] : [logTitle.when])];
      add('editor/title', { command: command.id, when: when.join(' && '), group: logTitle.group });
      add('commandPalette', { command: command.id, when: when.join(' && ') });
    }
    if (hiddenInPalette === true) add('commandPalette', { command: command.id, when: 'false' });
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Targets that rows of several kinds stand for. */
const kinds: Partial<Readonly<Record<TargetKind, string>>> = {
  section: '(section|imageSection|registry catalog|repository|notice failed)',
  // A compose project's rows are its group and its containers.
  composeProject: '(containerGroup|container .*compose)',
};

/** Matches the row's contextValue, `kind flag flag`, by words. */
function rowClauses(command: Command, when: readonly string[] | undefined): string[] {
  if (command.on === undefined || command.on === 'dockerfile') return [];
  const kind = `view =~ /^gantry\\./ && viewItem =~ /^${kinds[command.on] ?? command.on}( |$)/`;
  return [when ? `${kind} && viewItem =~ / (${when.join('|')})( |$)/` : kind];
}

function viewClause({ views, when }: NonNullable<Command['placement']['title']>): string {
  // `&&` binds tighter than `||` in a when clause, so the narrowing goes into each part.
  return views.map((view) => `view == ${view}${when === undefined ? '' : ` && ${when}`}`).join(' || ');
}

function rows(): [string, SettingRow][] {
  return Object.entries(settingsTable);
}

function configuration(): unknown {
  return {
    title: 'Gantry',
    properties: Object.fromEntries(
      rows().map(([key, row]) => [
        key,
        {
          type: row.type,
          default: row.default,
          ...(row.enum ? { enum: row.enum } : {}),
          ...(row.enumDescriptions ? { markdownEnumDescriptions: row.enumDescriptions } : {}),
          markdownDescription: row.description,
          scope: row.scope,
          ...row.schema,
        },
      ]),
    ),
  };
}
