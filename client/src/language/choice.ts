import { isSet, offValue, type ActivePeer, type Neighborhood, type Switch } from './peers.ts';
import type { LanguageId, Mode } from './roles.ts';

/** Who works on the files: Gantry alone, the others first and Gantry what they do not do, or all of them. */
export type Answer = 'gantry' | 'others' | 'both';

/** A question to the person, once per workspace, with the label of each answer's button. */
export interface Question {
  readonly text: string;
  readonly labels: Readonly<Record<Answer, string>>;
}

/** What an answer changes. Nothing is changed without one. */
export interface Effects {
  readonly modes: Partial<Readonly<Record<LanguageId, Mode>>>;
  readonly settings: readonly Update[];
  /** Peers that go on as before because they have no setting for it: their page in the editor is the way. */
  readonly undone: readonly { readonly id: string; readonly name: string }[];
  readonly needsReload: boolean;
}

/** A peer's setting to be written. */
export interface Update {
  readonly key: string;
  readonly value: unknown;
  readonly language?: LanguageId;
  readonly target: 'workspace' | 'user';
}

const fileKinds: Readonly<Record<LanguageId, string>> = { dockerfile: 'Dockerfiles', dockercompose: 'compose files' };

/** The question about the peers of one or more languages; `undefined` when there is none. */
export function question(active: readonly ActivePeer[]): Question | undefined {
  const names = [...new Set(active.map(({ peer }) => peer.name))];
  const kinds = [...new Set(active.map(({ language }) => fileKinds[language]))];
  const [first] = names;
  if (first === undefined) return undefined;
  const verb = names.length === 1 ? 'also works' : 'also work';
  const work = active.some(({ parts }) => parts.some(({ what }) => what === 'editing'))
    ? 'complete and check'
    : 'check';
  return {
    text: `${list(names)} ${verb} on ${list(kinds)}. Who should ${work} them? Until you choose, Gantry does only what nobody else does.`,
    labels: { gantry: 'Gantry', others: names.length === 1 ? first : 'The others', both: 'Both' },
  };
}

/** What to write for an answer. */
export function effectsOf(answer: Answer, active: readonly ActivePeer[], around: Neighborhood): Effects {
  const languages = [...new Set(active.map(({ language }) => language))];
  const mode: Mode = answer === 'others' ? 'auto' : 'on';
  const modes = Object.fromEntries(languages.map((language) => [language, mode]));
  if (answer !== 'gantry') return { modes, settings: [], undone: [], needsReload: false };
  const parts = active.flatMap((one) => one.parts.map((part) => ({ peer: one.peer, part })));
  const switches = parts.flatMap(({ part }) => part.switches).filter((one) => isDeclared(one, around));
  const undone = parts
    .filter(({ part }) => part.switches.length === 0 || part.switches.some((one) => !isDeclared(one, around)))
    .map(({ peer: { id, name } }) => ({ id, name }));
  return {
    modes,
    settings: unique(switches, around),
    undone: [...new Map(undone.map((one) => [one.id, one])).values()],
    needsReload: switches.some(({ needsReload }) => needsReload === true),
  };
}

/** An older version of a peer may not know a setting; VS Code refuses to write one that nobody declares. */
function isDeclared({ key, language }: Switch, around: Neighborhood): boolean {
  return around.setting(key, language) !== undefined;
}

function unique(switches: readonly Switch[], around: Neighborhood): Update[] {
  const updates = new Map<string, Update>();
  for (const one of switches) {
    const { key, language, userOnly } = one;
    const value = around.setting(key, language);
    if (isSet(one, value)) continue;
    updates.set(`${key} ${language ?? ''}`, {
      key,
      value: offValue(one, value),
      ...(language !== undefined && { language }),
      target: userOnly === true ? 'user' : 'workspace',
    });
  }
  return [...updates.values()];
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
