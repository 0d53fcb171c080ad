import { basename } from 'node:path';
import type { DockerfileOutline } from '../../../../server/src/protocol/requests.ts';
import { BuildError, isCancelled } from '../../engine/error.ts';
import { formatDuration } from '../../ui/format.ts';
import type { ReportProgress, StreamDocument } from '../../ui/ui.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { argsWithoutDefault, askForArgs } from './buildArgs.ts';
import { askBuild, recallBuild, rememberBuild, type BuildAnswers } from './buildForm.ts';
import { BuildLog } from './buildLog.ts';
import { offerImage } from './offerImage.ts';

/** Who underlines lines of Dockerfiles. */
const owner = 'build';

export const buildImage = defineCommand({
  id: 'gantry.image.build',
  title: 'Build image…',
  icon: 'tools',
  on: 'dockerfile',
  many: false,
  needsTrust: true,
  placement: { editor: '2_gantry@1', title: { views: ['gantry.images'], group: 'navigation@1' } },
  async run(context, [target]) {
    if (!target) return;
    const { path } = target;
    await context.services.saveFile(path);
    const outline = await outlineOf(context, path);
    const answers = recallBuild(context, target);
    if (!(await askBuild(context, { path, outline, answers }))) return;
    const open = argsWithoutDefault(outline.args).filter((name) => answers.args[name] === undefined);
    const given = await askForArgs(context.ui, open);
    if (!given) return;
    answers.args = { ...answers.args, ...given };
    await rememberBuild(context, target, answers);
    await build(context, path, answers);
  },
});

/** Without the language server the form knows no stages and arguments; building works all the same. */
async function outlineOf({ services, ui }: CommandContext, path: string): Promise<DockerfileOutline> {
  try {
    return await services.dockerfileOutline(path);
  } catch (error) {
    ui.log.warn(`The stages and arguments of ${path} could not be read: ${String(error)}`);
    return { stages: [], args: [] };
  }
}

async function build(context: CommandContext, path: string, answers: BuildAnswers): Promise<void> {
  const { ui, services } = context;
  const shown = services.setting('gantry.build.showOutput');
  const output = await ui.openStream({
    name: `build ${answers.tag}.log`,
    id: `build ${path}`,
    reveal: shown === 'always' ? 'beside' : 'later',
    onClose: () => {},
  });
  ui.setProblems(owner, path, []);
  output.append(`Building ${answers.tag} from ${path}\nContext: ${answers.context}\n`);
  const ended = services.builds.begin({ path, stage: answers.target });
  const started = performance.now();
  const took = (): string => formatDuration(performance.now() - started);
  try {
    const imageId = await ui.progress(
      { title: `Building ${answers.tag}`, cancellable: true },
      async (report, signal) => await follow(context, { path, answers, output, report, signal }),
    );
    output.append(`\nBuilt ${answers.tag} in ${took()}\n${imageId}\n`);
    output.dispose();
    ended('built');
    await offerImage(context, { imageId, tag: answers.tag, took: took() });
  } catch (error) {
    ended(isCancelled(error) ? undefined : 'failed');
    if (isCancelled(error)) output.append(`\nCancelled after ${took()}\n`);
    else output.append(`\nFailed after ${took()}: ${error instanceof Error ? error.message : String(error)}\n`);
    output.dispose();
    if (!(error instanceof BuildError)) throw error;
    await tellFailure(context, { path, answers, output, error });
  }
}

interface Build {
  readonly path: string;
  readonly answers: BuildAnswers;
  readonly output: StreamDocument;
}

/** Follows the build to its end and answers the image's id. */
async function follow(
  { engine, services, ui }: CommandContext,
  { path, answers, output, report, signal }: Build & { report: ReportProgress; signal: AbortSignal },
): Promise<string> {
  const log = new BuildLog();
  let percent = 0;
  const { tag, context, target, platform, noCache, pull } = answers;
  const args = Object.entries(answers.args).filter(([, value]) => value !== '');
  const events = engine.build(
    {
      context,
      dockerfile: path,
      tags: [tag],
      buildArgs: Object.fromEntries(args),
      ...(target === '' ? {} : { target }),
      ...(platform === '' ? {} : { platform }),
      noCache,
      pull,
      credentials: async (host) => {
        const { credentials, problem } = await services.findCredentials(host, signal);
        if (problem !== undefined) ui.log.warn(`Credentials for ${host}: ${problem}`);
        return credentials;
      },
    },
    signal,
  );
  for await (const event of events) {
    output.append(log.add(event));
    if (event.kind === 'done') return event.imageId;
    const { message, percent: reached } = log.progress;
    if (message !== '') report({ message, increment: Math.max(0, reached - percent) });
    percent = Math.max(percent, reached);
  }
  throw new BuildError('The build ended without an image.');
}

/** A message, and a line of the Dockerfile where the engine says which. */
async function tellFailure(
  { ui, services }: CommandContext,
  { path, answers, output, error }: Build & { error: BuildError },
): Promise<void> {
  const { line, message, step } = error;
  if (line !== undefined) ui.setProblems(owner, path, [{ line: line - 1, message, severity: 'error' }]);
  if (services.setting('gantry.build.showOutput') === 'onFailure') await output.show();
  const [reason = ''] = message.split('\n');
  const where = step === undefined ? '' : ` at ${step.replaceAll(/\s+/gu, ' ').slice(0, 100)}`;
  const [showOutput, goToLine] = ['Show output', `Go to line ${line ?? 0}`];
  const pressed = await ui.notify({
    severity: 'error',
    text: `Building ${answers.tag} from ${basename(path)} failed${where}: ${reason}`,
    actions: line === undefined ? [showOutput] : [goToLine, showOutput],
  });
  if (pressed === showOutput) await output.show();
  if (pressed === goToLine && line !== undefined) await ui.openFile(path, { line: line - 1 });
}
