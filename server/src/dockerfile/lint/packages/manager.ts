import type { Command, Word } from '../../../shell/script.ts';
import type { Step } from '../../model/step.ts';
import { readArguments, type Option } from '../arguments.ts';
import type { CommandUse, DockerfileFile } from '../file.ts';

/** What there is to know about a package manager; verbs and options as its manual has them, options without dashes. */
export interface PackageManager {
  /** Its programs: they take the same verbs and options. */
  readonly programs: readonly string[];
  /** Options whose value is the next word. */
  readonly valued: ReadonlySet<string>;
  /** Words before a verb that make it one about something else than packages: `module install`. */
  readonly subjects?: ReadonlySet<string>;
  /** Verbs that install the packages that follow. */
  readonly installs: ReadonlySet<string>;
  readonly pins: Pins;
  readonly prompts?: Prompts;
  readonly cache?: Cache;
}

/** How a package's version is said. */
export interface Pins {
  /** `name=version` */
  readonly form: string;
  /** Whether an operand names its version, or is nothing that has versions to choose from. */
  isPinned(operand: Word, invocation: Invocation): boolean;
}

/** What it asks before it acts; in a build nobody answers, and it gives up. */
export interface Prompts {
  readonly verbs: ReadonlySet<string>;
  /** Answers yes to all. */
  readonly flag: string;
  readonly after: 'program' | 'verb';
  isAnswered(invocation: Invocation): boolean;
}

/** What it leaves behind for the next time. */
export interface Cache {
  /** What fills it, as a noun: `package lists`. */
  readonly content: string;
  /** Verbs that fill it. */
  readonly filledBy: ReadonlySet<string>;
  /** Where it may be. */
  readonly folders: readonly string[];
  /** Which of its folders a cache mount of this `RUN` has to hold. */
  mounts(step: Step, program: string): readonly string[];
  /** The command that empties it. */
  clean(program: string): string;
  /** Whether a command, other than by deleting the folders, empties what `program` left. */
  isCleaned(command: Command, program: string): boolean;
}

/** A package manager's command, taken apart. */
export interface Invocation extends CommandUse {
  readonly file: DockerfileFile;
  readonly program: string;
  readonly subject: Word | undefined;
  readonly verb: Word;
  /** What follows the verb: packages, as a rule. */
  readonly operands: readonly Word[];
  readonly options: readonly Option[];
  /** A variable may hold options that cannot be seen. */
  readonly hidesOptions: boolean;
}

/** The commands of a package manager, program by program; one without a verb is none. */
export function* invocationsOf(file: DockerfileFile, manager: PackageManager): Iterable<Invocation> {
  for (const use of file.commands(...manager.programs)) {
    const invocation = readInvocation(file, use, manager);
    if (invocation) yield invocation;
  }
}

function readInvocation(file: DockerfileFile, use: CommandUse, manager: PackageManager): Invocation | undefined {
  const {
    options,
    operands: before,
    rest,
  } = readArguments(use.command.args, {
    takesValue: (name) => manager.valued.has(name),
  });
  const operands = [...before, ...rest];
  const first = operands.findIndex((word) => !isVariable(word));
  const subject = manager.subjects?.has(operands[first]?.text ?? '') === true ? operands[first] : undefined;
  const at = subject === undefined ? first : first + 1;
  const verb = operands[at];
  if (verb === undefined) return undefined;
  const named = operands.some((word) => isVariable(word) && /opt|arg|flag|param/i.test(word.text));
  return {
    ...use,
    file,
    program: use.command.name.text,
    subject,
    verb,
    operands: operands.slice(at + 1),
    options,
    hidesOptions: first > 0 || named,
  };
}

/** The folder that packages are installed below, when it is not the image itself. */
export function rootOf({ options }: Invocation): string {
  return options.find(({ name }) => name === 'installroot' || name === 'root')?.value?.replace(/\/+$/, '') ?? '';
}

/** An expansion from its first character on: what it stands for, and for how many words, is not known. */
export function isVariable({ text, literal }: Word): boolean {
  return !literal && /^[$`]/.test(text);
}
