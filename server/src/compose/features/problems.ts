import type { CancellationToken, LanguageHost, LintContext } from '../../language.ts';
import { standardConfig } from '../../lint/config.ts';
import { type ConfigLayer, withLayer } from '../../lint/configLayer.ts';
import { lint } from '../../lint/lint.ts';
import { compareProblems, type Problem } from '../../lint/problem.ts';
import { readSettings } from '../../protocol/readSettings.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { EngineReader } from '../../workspace/engineReader.ts';
import type { ImageReader } from '../../workspace/imageReader.ts';
import { readImageReference } from '../../workspace/imageReference.ts';
import { lookAtImages } from '../../workspace/lookAtImages.ts';
import type { ComposeDocument } from '../document.ts';
import { readDirectives } from '../lint/directives.ts';
import { engineQuestion } from '../lint/external.ts';
import { ComposeFile, type FileOptions } from '../lint/file.ts';
import { composeRules } from '../lint/rules/index.ts';
import { gradeSecurity } from '../lint/security.ts';
import type { Dependents } from '../project/dependents.ts';
import type { Disk } from '../project/disk.ts';
import type { ProjectLoader } from '../project/loader.ts';
import type { Neighbours } from '../project/neighbours.ts';
import type { Project } from '../project/project.ts';
import type { Shelf } from '../project/shelf.ts';

export interface ProblemSources extends Pick<LanguageHost, 'dockerfiles' | 'refresh'> {
  readonly projects: ProjectLoader;
  readonly shelf: Shelf;
  readonly dependents: Dependents;
  /** Absent where no engine can be asked. */
  readonly images?: ImageReader | undefined;
  readonly engineReader?: EngineReader | undefined;
  readonly neighbours: Neighbours;
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
  { token, ...sources }: ProblemSources,
): Promise<Problem[]> {
  const { projects, shelf, dependents, dockerfiles, images, engineReader, neighbours, refresh, log } = sources;
  const project = await projects.of(document, composeFiles ? { files: composeFiles } : {});
  // A newer version has its nodes then: this one would have to be read anew.
  if (token.isCancellationRequested) return [];
  const known =
    images && lookAtImages(document.uri, { images, names: imagesOf(project), token, ...(refresh && { refresh }) });
  const { facts: engine, rest } = engineReader?.look(engineQuestion(project)) ?? {};
  // No problem waits for an engine: when more is known, they are found again.
  void rest?.then((news) => {
    if (news && !token.isCancellationRequested) refresh?.(document.uri);
  });
  neighbours.seen(project);
  const find = (): Problem[] =>
    fileProblems(document, {
      project,
      disk: shelf,
      images: known,
      engine,
      neighbours: neighbours.open,
      readDockerfile: dockerfiles && ((path, text) => dockerfiles.read(path, text)),
      settings,
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

export interface FileProblemsOptions extends Omit<FileOptions, 'project' | 'disk'> {
  readonly project: Project;
  readonly disk: Disk;
  readonly settings?: Pick<Settings, 'gantry.lint.rules' | 'gantry.compose.security'>;
  readonly configLayer?: ConfigLayer;
  readonly log?: (message: string) => void;
}

/** What is so unless somebody says otherwise. */
const standardSettings = readSettings(() => undefined);

/** The problems of one file of a project, as far as the disk was looked at. */
export function fileProblems(
  document: ComposeDocument,
  { settings = standardSettings, configLayer, log = () => {}, ...around }: FileProblemsOptions,
): Problem[] {
  const directives = readDirectives(document);
  const problems = lint({
    rules: gradeSecurity(composeRules, settings['gantry.compose.security']),
    file: new ComposeFile(document, around),
    // hadolint's configuration file is about Dockerfiles.
    config: withLayer(standardConfig, configLayer),
    severities: settings['gantry.lint.rules'],
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

/** More images than this are not asked for. */
const mostImages = 50;

/** The images that services run as they are, as the file names them. */
function imagesOf({ services }: Project): string[] {
  const images = Array.from(services.values()).flatMap(({ value }) => {
    const image = value.has('build') ? undefined : value.scalar('image');
    return image?.known === true ? [image.text] : [];
  });
  return [...new Set(images)].filter((name) => readImageReference(name)).slice(0, mostImages);
}
