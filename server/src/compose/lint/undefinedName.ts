import { closest } from '../../lint/closest.ts';
import type { Located } from '../project/model.ts';
import type { Found } from './found.ts';

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
}

/** A name that the project does not define; with one that is nearly the same, the correction. */
export function undefinedName({ what, name, at, defined, advice }: UndefinedName): Found {
  const meant = closest(name, defined);
  const message = `There is no ${what} \`${name}\` in this project.`;
  if (meant === undefined) return { at, message: `${message} ${advice}` };
  return {
    at,
    message: `${message} Did you mean \`${meant}\`?`,
    fix: { title: `Change to ${meant}`, edits: [{ at, text: meant }], safe: false },
  };
}
