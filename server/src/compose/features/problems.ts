import type { CancellationToken, LintContext } from '../../language.ts';
import { standardConfig } from '../../lint/config.ts';
import { type ConfigLayer, withLayer } from '../../lint/configLayer.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { ComposeDocument } from '../document.ts';
import { readDirectives } from '../lint/directives.ts';
import { ComposeFile, type FileOptions } from '../lint/file.ts';
import { composeRules } from '../lint/rules/index.ts';
import type { Dependents } from '../project/dependents.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Shelf } from '../project/shelf.ts';

export interface ProblemSources {
  readonly projects: ProjectLoader;
  readonly shelf: Shelf;
  readonly dependents: Dependents;
  /** Tells that the document has changed: what was found of it is of no use. */
  readonly token: CancellationToken;
  readonly log: (message: string) => void;
}

/** What rules ask of the disk is read after they asked; more often than this they are not run again. */
const mostRounds = 3;

/** Everything that is wrong in the file, in the project that it belongs to. */
export async function provideProblems(
  document: ComposeDocument,
  { settings, configLayer, composeFiles }: LintContext,
  { projects, shelf, dependents, token, log }: ProblemSources,
): Promise<Problem[]> {
  const project = await projects.of(document, composeFiles ? { files: composeFiles } : {});
  // A newer version has its nodes then: this one would have to be read anew.
  if (token.isCancellationRequested) return [];
  const find = (): Problem[] =>
    fileProblems(document, {
      project,
      disk: shelf,
      severities: settings['gantry.lint.rules'],
      ...(configLayer && { configLayer }),
      log,
    });
  let problems = find();
  for (let round = 1; round < mostRounds && (await shelf.fetch()); round += 1) {
    if (token.isCancellationRequested) return [];
    problems = find();
  }
  dependents.linted(document, project);
  return problems;
}

export interface FileProblemsOptions extends Required<Pick<FileOptions, 'project' | 'disk'>> {
  readonly severities?: Settings['gantry.lint.rules'];
  readonly configLayer?: ConfigLayer;
  readonly log?: (message: string) => void;
}

/** The problems of one file of a project, as far as the disk was looked at. */
export function fileProblems(
  document: ComposeDocument,
  { project, disk, severities = {}, configLayer, log = () => {} }: FileProblemsOptions,
): Problem[] {
  const directives = readDirectives(document);
  const problems = lint({
    rules: composeRules,
    file: new ComposeFile(document, { project, disk }),
    // hadolint's configuration file is about Dockerfiles.
    config: withLayer(standardConfig, configLayer),
    severities,
    silenced: ({ range }, names) => directives.silences(range, names),
    onError: ({ id }, error) => {
      log(`rule ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    },
  });
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
