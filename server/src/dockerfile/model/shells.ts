import { chain, type Stage } from './stage.ts';
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
  readonly #instructions: ReadonlyMap<Stage, readonly ShellInstruction[]>;

  constructor(stages: readonly Stage[], pragmas: readonly ShellPragma[]) {
    this.#pragmas = pragmas;
    this.#firstFrom = stages.find(({ from }) => from)?.from?.startLine ?? 0;
    this.#instructions = new Map(stages.map((stage) => [stage, shellInstructions(stage)]));
  }

  of(step: Step): ShellInUse {
    const { start } = step.onbuild ?? step;
    const stages = chain(step.stage);
    for (const stage of stages) {
      const said = this.#instructions
        .get(stage)
        ?.findLast(({ instruction }) => stage !== step.stage || instruction.start < start);
      if (said) return { ...said, posix: isPosix(said.words[0] ?? '') };
    }
    const pragma = this.#pragmaFor(step);
    if (pragma) return { instruction: undefined, words: [pragma.shell, '-c'], posix: isPosix(pragma.shell) };
    const windows = stages.some(isWindows);
    return { instruction: undefined, words: windows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'], posix: !windows };
  }

  #pragmaFor(step: Step): ShellPragma | undefined {
    if (this.#pragmas.length === 0) return undefined;
    const from = step.stage.from?.startLine ?? -1;
    const { startLine } = step.onbuild ?? step;
    return (
      this.#pragmas.findLast((pragma) => pragma.line > from && pragma.line < startLine) ??
      this.#pragmas.findLast((pragma) => pragma.line < this.#firstFrom)
    );
  }
}

interface ShellInstruction {
  readonly instruction: Step;
  readonly words: readonly string[];
}

function shellInstructions(stage: Stage): ShellInstruction[] {
  return stage.steps.flatMap((instruction) => {
    const words = instruction.name === 'SHELL' ? instruction.json?.map(({ text }) => text) : undefined;
    return words?.[0] === undefined ? [] : [{ instruction, words }];
  });
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
