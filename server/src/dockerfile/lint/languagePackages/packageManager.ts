import type { Command, Word } from '../../../shell/script.ts';
import { readArguments, type Arguments, type Syntax } from '../arguments.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';

/** How the package manager of a programming language is called, and what it takes for a fixed version. */
export interface PackageManager extends Syntax {
  /** The programs that it is, or that it is a part of. */
  readonly programs: RegExp;
  /** Its own words in a command; all arguments when absent, and `undefined` when the command does something else. */
  readonly own?: (command: Command) => readonly Word[] | undefined;
  /** What fetches packages. */
  readonly verbs: readonly string[];
  /** The verbs among them that hadolint knows. */
  readonly upstreamVerbs: readonly string[];
  /** The operands after the verb that are packages; all when absent. */
  readonly packages?: (operands: readonly Word[], verb: string) => readonly Word[];
  /** Whether the versions are said elsewhere, for all packages of the command. */
  readonly isFixedElsewhere: (install: Install) => boolean;
  readonly isFixed: (name: string) => boolean;
  /** How a version is written: `name==version`. */
  readonly form: string;
}

export interface Install extends Pick<Arguments, 'operands' | 'options'> {
  readonly use: CommandUse;
  readonly verb: Word;
  readonly packages: readonly Word[];
  /** Whether hadolint takes the command for an install: it does not know every spelling. */
  readonly upstream: boolean;
}

/** Every command of a file that installs packages with a package manager. */
export function* installs(file: DockerfileFile, manager: PackageManager): Iterable<Install> {
  for (const use of file.commandsMatching(manager.programs)) {
    const { command } = use;
    const words = manager.own ? manager.own(command) : command.args;
    if (words === undefined) continue;
    const { operands, options } = readArguments(words, manager);
    const [verb, ...rest] = operands;
    if (verb === undefined || !manager.verbs.includes(verb.text)) continue;
    const packages = manager.packages?.(rest, verb.text) ?? rest;
    const upstream = !command.name.text.includes('/') && manager.upstreamVerbs.includes(verb.text);
    yield { use, verb, operands: rest, options, packages, upstream };
  }
}
