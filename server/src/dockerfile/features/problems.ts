import { ValidationCode } from 'dockerfile-utils';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { LintContext } from '../../language.ts';
import type { LintConfig } from '../../lint/config.ts';
import { isCheckName } from '../../lint/directives.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { ContextReader } from '../../workspace/contextFiles.ts';
import type { DockerfileDocument } from '../document.ts';
import type { DockerfileLanguageService } from '../library.ts';
import { DockerfileFile } from '../lint/file.ts';
import { dockerfileRules } from '../lint/rules/index.ts';

export interface ProblemTools {
  readonly service: DockerfileLanguageService;
  readonly config: LintConfig;
  /** Absent when the shell grammar could not be loaded. */
  readonly shell: ShellParser | undefined;
  /** Absent where the disk may not be looked at. */
  readonly contexts?: ContextReader | undefined;
  readonly log: (message: string) => void;
}

/** Everything that is wrong in the file: what the library's validator says, and the findings of our rules. */
export async function provideProblems(
  document: DockerfileDocument,
  context: LintContext,
  tools: ProblemTools,
): Promise<Problem[]> {
  const { config, log } = tools;
  const { settings } = context;
  const file = await readFile(document, context, tools);
  const findings = lint({
    rules: dockerfileRules,
    file,
    config,
    severities: settings['gantry.lint.rules'],
    silenced: ({ range, subject = range }, names) =>
      [range, subject].some(({ start }) => file.directives.silenced(start.line, names)),
    switchedOn: (names) => file.directives.switchesOn(names),
    escalate: (names) => file.directives.checksFail && names.some(isCheckName),
    onError: (rule, error) => {
      log(`rule ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
  return [...syntaxProblems(document, tools.service), ...findings].sort(compareProblems);
}

/** What the rules see; what they want to know of the disk is looked up before they run. */
async function readFile(
  document: DockerfileDocument,
  { buildArgs, dockerignore }: LintContext,
  { config, shell, contexts }: ProblemTools,
): Promise<DockerfileFile> {
  const options = { config, shell, ...(buildArgs && { buildArgs }), ...(dockerignore && { dockerignore }) };
  const file = new DockerfileFile(document, options);
  if (contexts === undefined) return file;
  const paths = file.copySources().flatMap(({ path }) => (path === undefined || path === '.' ? [] : [path]));
  const contextFiles = await contexts.look({ uri: document.uri, dockerignore, paths });
  // Mostly everything is as it should be, and nothing has to be told.
  if (contextFiles === undefined || (contextFiles.missing.size === 0 && contextFiles.dockerignoreApplies)) return file;
  return new DockerfileFile(document, { ...options, contextFiles });
}

/** What our own rules report, with more precision or under a user's control. */
export const covered: ReadonlySet<unknown> = new Set([
  ValidationCode.CASING_INSTRUCTION,
  ValidationCode.DEPRECATED_MAINTAINER,
  ValidationCode.EMPTY_CONTINUATION_LINE,
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
