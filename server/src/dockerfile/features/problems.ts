import { ValidationCode } from 'dockerfile-utils';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Awaitable, LintContext } from '../../language.ts';
import type { LintConfig } from '../../lint/config.ts';
import { isCheckName } from '../../lint/directives.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';
import { DockerfileFile } from '../lint/file.ts';
import { dockerfileRules } from '../lint/rules/index.ts';
import { shellCheckRules, type CheckedScript } from '../shellcheck/rules.ts';

export interface ProblemTools {
  readonly service: DockerfileLanguageService;
  readonly config: LintConfig;
  /** Absent when the shell grammar could not be loaded. */
  readonly shell: ShellParser | undefined;
  /** What ShellCheck says about the file. */
  readonly checkScripts?: (file: DockerfileFile) => Awaitable<readonly CheckedScript[]>;
  readonly log: (message: string) => void;
}

/** Everything that is wrong in the file: what the library's validator says, the findings of our rules, and ShellCheck's. */
export async function provideProblems(
  document: DockerfileDocument,
  context: LintContext,
  tools: ProblemTools,
): Promise<Problem[]> {
  const { config, shell, log } = tools;
  const { settings, buildArgs, dockerignore } = context;
  const file = new DockerfileFile(document, {
    config,
    shell,
    ...(buildArgs && { buildArgs }),
    ...(dockerignore && { dockerignore }),
  });
  const checked = (await tools.checkScripts?.(file)) ?? [];
  const findings = lint({
    rules: [...dockerfileRules, ...shellCheckRules(checked)],
    file,
    config,
    severities: settings['gantry.lint.rules'],
    silenced: ({ range, subject = range }, names) =>
      [range, subject].some(({ start }) => file.directives.silenced(start.line, names)),
    escalate: (names) => file.directives.checksFail && names.some(isCheckName),
    onError: (rule, error) => {
      log(`rule ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
  return [...syntaxProblems(document, tools.service), ...findings].sort(compareProblems);
}

/** What our own rules report, with more precision or under a user's control. */
const covered: ReadonlySet<unknown> = new Set([
  ValidationCode.DEPRECATED_MAINTAINER,
  ValidationCode.WORKDIR_IS_NOT_ABSOLUTE,
]);

/** What the library's validator finds; its code `UNKNOWN_INSTRUCTION` is the problem `unknown-instruction`. */
function syntaxProblems(document: DockerfileDocument, service: DockerfileLanguageService): Problem[] {
  return service
    .validate(document.content)
    .filter(({ code }) => !covered.has(code))
    .map(toProblem);
}

function toProblem(diagnostic: Diagnostic): Problem {
  const { severity, range, message, tags } = diagnostic;
  return {
    id: nameOf(diagnostic),
    kind: 'syntax',
    codes: [],
    severity: severity === 2 ? 'warning' : 'error',
    range,
    message: typeof message === 'string' ? message : message.value,
    ...(tags && { tags }),
  };
}

function nameOf({ code }: Diagnostic): string {
  const name = ValidationCode[Number(code)] ?? 'syntax';
  return name.toLowerCase().replaceAll('_', '-');
}
