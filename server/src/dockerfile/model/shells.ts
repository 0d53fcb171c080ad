import { lastIndex } from '../../lint/lastIndex.ts';
import type { Stage } from './stage.ts';
import type { Step } from './step.ts';

/** What runs shell-form instructions. */
export interface ShellInUse {
  /** The `SHELL` instruction that said so, here or in a stage that this one continues. */
  readonly instruction: Step | undefined;
  /** Its words, `["/bin/bash", "-o", "pipefail", "-c"]`; of `/bin/sh -c` when nothing was said. */
  readonly words: readonly string[];
  /** Reads POSIX shell: not PowerShell, not `cmd`. */
  readonly posix: boolean;
}

/** `# hadolint shell=NAME`, from its line on until the next `FROM`; before the first one, for the whole file. */
export interface ShellPragma {
  readonly line: number;
  readonly shell: string;
}

/** Knows the shell of each step: the last `SHELL` before it, a pragma, or what the base image has as a rule. */
export class Shells {
  readonly #pragmas: readonly ShellPragma[];
  readonly #firstFrom: number;
  readonly #stages: ReadonlyMap<Stage, StageShells>;

  constructor(stages: readonly Stage[], pragmas: readonly ShellPragma[]) {
    this.#pragmas = pragmas;
    this.#firstFrom = stages.find(({ from }) => from)?.from?.startLine ?? 0;
    this.#stages = readStageShells(stages);
  }

  of(step: Step): ShellInUse {
    const { start } = step.onbuild ?? step;
    const { own = [], inherited, windows = false } = this.#stages.get(step.stage) ?? {};
    const last = own.length === 0 ? -1 : lastIndex(own, ({ instruction }) => (instruction?.start ?? 0) < start);
    const said = own[last] ?? inherited;
    if (said) return said;
    const pragma = this.#pragmaFor(step);
    if (pragma) return { instruction: undefined, words: [pragma.shell, '-c'], posix: isPosix(pragma.shell) };
    return windows ? cmd : sh;
  }

  #pragmaFor(step: Step): ShellPragma | undefined {
    if (this.#pragmas.length === 0) return undefined;
    const from = step.stage.from?.startLine ?? -1;
    const { startLine } = step.onbuild ?? step;
    const nearest = this.#pragmas[lastIndex(this.#pragmas, ({ line }) => line < startLine)];
    if (nearest !== undefined && nearest.line > from) return nearest;
    return this.#pragmas[lastIndex(this.#pragmas, ({ line }) => line < this.#firstFrom)];
  }
}

const sh: ShellInUse = { instruction: undefined, words: ['/bin/sh', '-c'], posix: true };
const cmd: ShellInUse = { instruction: undefined, words: ['cmd', '/S', '/C'], posix: false };

interface StageShells {
  /** What its `SHELL`s say, in order. */
  readonly own: readonly ShellInUse[];
  /** What holds where it begins. */
  readonly inherited: ShellInUse | undefined;
  /** Its base image, or that of a stage which it continues, is one for Windows. */
  readonly windows: boolean;
}

/** A stage stands after the one that it continues, so that one pass is enough. */
function readStageShells(stages: readonly Stage[]): ReadonlyMap<Stage, StageShells> {
  const known = new Map<Stage, StageShells>();
  for (const stage of stages) {
    const parent = stage.parent && known.get(stage.parent);
    known.set(stage, {
      own: stage.steps.flatMap(shellOf),
      inherited: parent?.own.at(-1) ?? parent?.inherited,
      windows: parent?.windows === true || isWindows(stage),
    });
  }
  return known;
}

function shellOf(instruction: Step): ShellInUse[] {
  const words = instruction.name === 'SHELL' ? instruction.json?.map(({ text }) => text) : undefined;
  const [program] = words ?? [];
  return words === undefined || program === undefined ? [] : [{ instruction, words, posix: isPosix(program) }];
}

function isPosix(shell: string): boolean {
  const name = shell.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
  return !/^(pwsh|powershell|cmd)$/i.test(name);
}

/** Microsoft's images for Windows: without `SHELL`, `cmd` runs the instructions. */
function isWindows({ base }: Stage): boolean {
  return /^(mcr\.microsoft\.com\/(windows|powershell:.*(nanoserver|windowsservercore))|microsoft\/(nanoserver|windowsservercore))/.test(
    base ?? '',
  );
}
