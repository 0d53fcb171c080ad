import type { LintContext } from '../../language.ts';
import { standardConfig } from '../../lint/config.ts';
import { withLayer } from '../../lint/configLayer.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { ComposeDocument } from '../document.ts';
import { readDirectives } from '../lint/directives.ts';
import { ComposeFile } from '../lint/file.ts';
import { composeRules } from '../lint/rules/index.ts';
import type { Dependents } from '../project/dependents.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Shelf } from '../project/shelf.ts';

export interface ProblemSources {
  readonly projects: ProjectLoader;
  readonly shelf: Shelf;
  readonly dependents: Dependents;
  readonly log: (message: string) => void;
}

/** What rules ask of the disk is read after they asked; more often than this they are not run again. */
const mostRounds = 3;

/** Everything that is wrong in the file, in the project that it belongs to. */
export async function provideProblems(
  document: ComposeDocument,
  { settings, configLayer, composeFiles }: LintContext,
  { projects, shelf, dependents, log }: ProblemSources,
): Promise<Problem[]> {
  const project = await projects.of(document, composeFiles ? { files: composeFiles } : {});
  const directives = readDirectives(document);
  const find = (): Problem[] =>
    lint({
      rules: composeRules,
      file: new ComposeFile(document, { project, disk: shelf }),
      // hadolint's configuration file is about Dockerfiles.
      config: withLayer(standardConfig, configLayer),
      severities: settings['gantry.lint.rules'],
      silenced: ({ range }, names) => directives.silences(range, names),
      onError: ({ id }, error) => {
        log(`rule ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      },
    });
  let problems = find();
  for (let round = 1; round < mostRounds && (await shelf.fetch()); round += 1) problems = find();
  dependents.linted(document, project);
  return [...syntaxProblems(document), ...problems].sort(compareProblems);
}

function syntaxProblems(document: ComposeDocument): Problem[] {
  return document.tree.errors.map((error) => ({
    id: 'yaml-syntax',
    kind: 'syntax',
    codes: [],
    severity: 'error',
    range: document.range(error),
    message: error.message,
  }));
}
