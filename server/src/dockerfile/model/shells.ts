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

/** The shell of a step: the last `SHELL` before it, a pragma, or what the base image has as a rule. */
export function shellOf(step: Step, pragmas: readonly ShellPragma[], firstFrom: number): ShellInUse {
  const { start, node } = step.onbuild ?? step;
  for (const stage of chain(step.stage)) {
    const instruction = stage.steps.findLast(
      (earlier) => earlier.name === 'SHELL' && (stage !== step.stage || earlier.start < start),
    );
    const words = instruction?.json?.map(({ text }) => text);
    if (instruction !== undefined && words?.[0] !== undefined) return { instruction, words, posix: isPosix(words[0]) };
  }
  const from = step.stage.from?.node.getRange().start.line ?? -1;
  const { line } = node.getRange().start;
  const said =
    pragmas.findLast((pragma) => pragma.line > from && pragma.line < line) ??
    pragmas.findLast((pragma) => pragma.line < firstFrom);
  if (said !== undefined) return { instruction: undefined, words: [said.shell, '-c'], posix: isPosix(said.shell) };
  const windows = chain(step.stage).some((stage) => isWindows(stage));
  return { instruction: undefined, words: windows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'], posix: !windows };
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
