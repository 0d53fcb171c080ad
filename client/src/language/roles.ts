/** The languages that the server is started for, by VS Code's own ids. */
export const languageIds = ['dockerfile', 'dockercompose'] as const;
export type LanguageId = (typeof languageIds)[number];

export function isLanguageId(id: string): id is LanguageId {
  return languageIds.some((known) => known === id);
}

/** The words of `gantry.language.dockerfile` and `gantry.language.compose`. */
export type Mode = 'auto' | 'on' | 'problems' | 'editing' | 'off';

/** What Gantry does for one language, beside whatever else is installed. */
export interface Roles {
  /** Completion, hover, formatting, navigation, outline, folding, links, semantic colors. */
  readonly editing: boolean;
  /** Diagnostics and their quick fixes. */
  readonly problems: boolean;
  /** Problems that another extension reports too, by the names they are known under; they are left to it. */
  readonly left: readonly RegExp[];
}

/** The roles of every language, at one moment. */
export type RolesByLanguage = Readonly<Record<LanguageId, Roles>>;

/** What the other extensions do for a language. */
export interface Taken {
  readonly editing: boolean;
  readonly problems: readonly RegExp[];
}

/** `auto` is everything but what another extension does, so that nothing appears twice without the person's say. */
export function rolesOf(mode: Mode, taken: Taken): Roles {
  if (mode === 'auto') return { editing: !taken.editing, problems: true, left: taken.problems };
  return { editing: mode === 'on' || mode === 'editing', problems: mode === 'on' || mode === 'problems', left: [] };
}

/** Whether a problem, known under these names, is Gantry's to report. */
export function reports(roles: Roles, names: readonly string[]): boolean {
  return roles.problems && !roles.left.some((pattern) => names.some((name) => pattern.test(name)));
}

/** The languages in which a kind of feature is offered. */
export function languagesWith(roles: RolesByLanguage, role: 'editing' | 'problems'): LanguageId[] {
  return languageIds.filter((id) => roles[id][role]);
}

/** Whether nothing that is offered or reported differs. */
export function sameRoles(a: RolesByLanguage, b: RolesByLanguage): boolean {
  const words = (roles: RolesByLanguage): string =>
    languageIds
      .map((id) => [roles[id].editing, roles[id].problems, ...roles[id].left.map(({ source }) => source)].join(' '))
      .join('\n');
  return words(a) === words(b);
}

/** Whether there is anything for the server to do. */
export function isWanted(roles: RolesByLanguage): boolean {
  return languageIds.some((id) => roles[id].editing || roles[id].problems);
}
