import type { Awaitable, LintContext } from '../../language.ts';
import type { LintConfig } from '../../lint/config.ts';
import { isCheckName } from '../../lint/directives.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { ImageInUse } from '../../protocol/requests.ts';
import type { ShellParser } from '../../shell/parser.ts';
import { checkSyntax } from '../check/run.ts';
import type { ContextReader } from '../../workspace/contextFiles.ts';
import type { DockerfileDocument } from '../document.ts';
import { DockerfileFile } from '../lint/file.ts';
import { dockerfileRules } from '../lint/rules/index.ts';
import { shellCheckRules, type CheckedScript } from '../shellcheck/rules.ts';

export interface ProblemTools {
  readonly config: LintConfig;
  /** Absent when the shell grammar could not be loaded. */
  readonly shell: ShellParser | undefined;
  /** What ShellCheck says about the file. */
  readonly checkScripts?: (file: DockerfileFile) => Awaitable<readonly CheckedScript[]>;
  /** Absent where the disk may not be looked at. */
  readonly contexts?: ContextReader | undefined;
  /** The named contexts that the document's builds are given. */
  readonly namedContexts?: ReadonlySet<string> | undefined;
  /** What the engine has of the file's images, as far as that is known now. */
  readonly images?: ReadonlyMap<string, ImageInUse> | undefined;
  readonly log: (message: string) => void;
}

/** Everything that is wrong in the file: what would stop a build, the findings of our rules, and ShellCheck's. */
export async function provideProblems(
  document: DockerfileDocument,
  context: LintContext,
  tools: ProblemTools,
): Promise<Problem[]> {
  const { config, log } = tools;
  const { settings } = context;
  const file = await readFile(document, context, tools);
  const checked = (await tools.checkScripts?.(file)) ?? [];
  const look = document.memory.look(file, { hasShell: tools.shell !== undefined });
  const findings = lint({
    rules: [...dockerfileRules, ...shellCheckRules(checked)],
    file,
    config,
    severities: settings['gantry.lint.rules'],
    silenced: ({ range: { start }, subject }, names) =>
      file.directives.silenced(start.line, names) ||
      (subject !== undefined && file.directives.silenced(subject.start.line, names)),
    switchedOn: (names) => file.directives.switchesOn(names),
    escalate: (names) => file.directives.checksFail && names.some(isCheckName),
    findings: (rule) => look.findings(rule),
    onError: (rule, error) => {
      log(`rule ${rule.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
  return [...checkSyntax(file, look), ...findings].sort(compareProblems);
}

/** What the rules see; what they want to know of the disk is looked up before they run. */
async function readFile(
  document: DockerfileDocument,
  { buildArgs, dockerignore }: LintContext,
  { config, shell, contexts, images, namedContexts }: ProblemTools,
): Promise<DockerfileFile> {
  const options = {
    config,
    shell,
    images,
    namedContexts,
    ...(buildArgs && { buildArgs }),
    ...(dockerignore && { dockerignore }),
  };
  const file = new DockerfileFile(document, options);
  if (contexts === undefined) return file;
  const paths = file.copySources().flatMap(({ path }) => (path === undefined || path === '.' ? [] : [path]));
  const contextFiles = await contexts.look({ uri: document.uri, dockerignore, paths });
  file.contextFiles = contextFiles;
  return file;
}
