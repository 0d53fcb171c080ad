import { closest } from '../../lint/closest.ts';
import { plainText } from '../completion/format.ts';
import type { Located } from '../project/model.ts';
import type { Section } from '../schema/shape.ts';
import type { Found, FoundFix } from './found.ts';
import { addToSection } from './insertion.ts';

export interface UndefinedName {
  /** What it would be: `network`, `secret`. */
  readonly what: string;
  readonly name: string;
  /** The name itself, where it is used. */
  readonly at: Located;
  /** The names that there are. */
  readonly defined: readonly string[];
  /** What else can be done than to correct the name: one sentence. */
  readonly advice: string;
  /** How it can be defined; absent for what takes more than a few lines. */
  readonly definition?: Definition;
}

interface Definition {
  readonly section: Section;
  /** What stands below the name, with two spaces per level. */
  readonly body?: readonly string[];
}

/** A name that the project does not define; with one that is nearly the same, the correction, and with the definition otherwise. */
export function undefinedName({ what, name, at, defined, advice, definition }: UndefinedName): Found {
  const meant = closest(name, defined);
  const message = `There is no ${what} \`${name}\` in this project.`;
  const defining = definition && defineHere(definition, { what, name, at });
  if (meant === undefined) return { at, message: `${message} ${advice}`, ...(defining && { fix: defining }) };
  return {
    at,
    message: `${message} Did you mean \`${meant}\`?`,
    fix: { title: `Change to ${meant}`, edits: [{ at, text: meant }], safe: false },
    ...(defining && { alternatives: [defining] }),
  };
}

/** Defines it in the file that uses it. */
function defineHere(
  { section, body = [] }: Definition,
  { what, name, at }: Pick<UndefinedName, 'what' | 'name' | 'at'>,
): FoundFix | undefined {
  const lines = [`${plainText(name)}:`, ...body.map((line) => `  ${line}`)];
  const edit = addToSection(at.document, { section, lines, offset: at.start });
  return edit && { title: `Define the ${what} ${name}`, edits: [edit], safe: false };
}
