import { cliName, isOldCompose, type ComposeCli } from '../../compose/cli.ts';
import { composeCommandLine } from '../../compose/commandLine.ts';
import { formatNames } from '../../ui/format.ts';
import type { CommandContext, ComposeTarget } from '../command.ts';
import { foreignFiles, openProject, type OpenProject } from './project.ts';

const guide = 'https://docs.docker.com/compose/install/';

/** What the CLI is to do with a project. */
export interface ComposeRun {
  /** With its options: `up`, `--detach`. */
  readonly command: readonly string[];
  readonly profiles?: readonly string[];
  /** The target's own when absent. */
  readonly services?: readonly string[];
}

/** The project of a target and the CLI to run it with, or nothing when the person was told why not. */
export async function prepare(
  context: CommandContext,
  target: ComposeTarget | undefined,
): Promise<{ readonly project: OpenProject; readonly cli: ComposeCli } | undefined> {
  const { services, ui } = context;
  if (!target) return undefined;
  const cli = await services.composeCli();
  if (!cli) return await tellMissing(context);
  const project = await openProject(context, target);
  if (typeof project === 'string') {
    const text = `${project} Open the folder with its compose file and use the command there.`;
    await ui.notify({ severity: 'warning', text });
    return undefined;
  }
  const foreign = target.path === undefined ? foreignFiles(context, project) : [];
  if (foreign.length > 0 && !(await confirmForeign(context, { project, foreign }))) return undefined;
  for (const file of target.path === undefined ? project.files : [target.path, ...project.files])
    await services.saveFile(file);
  return { project, cli };
}

/** Runs the CLI in the project's terminal, on the engine that Gantry shows. Answers whether it ended well. */
export async function runCompose(
  { engine, store, ui }: CommandContext,
  { project, cli }: { readonly project: OpenProject; readonly cli: ComposeCli },
  { command, profiles = [], services = project.services }: ComposeRun,
): Promise<boolean> {
  const endpoint = await engine.endpoint();
  const code = await ui.runInReusedTerminal({
    ...composeCommandLine({ cli, project, endpoint, profiles, command, services }),
    name: project.name,
    reuse: `${project.directory} ${project.name}`,
  });
  // What was made is to be seen where the project is shown, also when no view has connected yet.
  await store.ready().catch(() => {});
  if (code !== undefined && code !== 0) {
    const old = isOldCompose(cli)
      ? ` It is Compose ${cli.version}, which is no longer maintained and refuses much of what newer compose files have, “name” for one.`
      : '';
    const text = `“${cliName(cli)} ${command[0] ?? ''}” of ${project.name} failed with exit code ${code}; its terminal says why.${old}`;
    await ui.notify({ severity: 'error', text });
  }
  return code === 0;
}

/** Every profile of the project: what has been started with any is meant when all is taken down. */
export function allProfiles({ outline }: OpenProject): string[] {
  return [...new Set(outline.services.flatMap(({ profiles }) => profiles))].sort();
}

/** `web and db of tide`, `tide`. */
export function whatOf({ name, services }: Pick<OpenProject, 'name' | 'services'>): string {
  return services.length === 0 ? name : `${formatNames(services)} of ${name}`;
}

async function tellMissing({ services, ui }: CommandContext): Promise<undefined> {
  const [install, set] = ['How to install it', 'Set its path'];
  const path = services.setting('gantry.compose.path');
  const text =
    path === ''
      ? 'The Compose CLI runs compose files, and there is none: neither “docker compose” nor “docker-compose” is on the PATH. To start, stop and look into what it has made, none is needed.'
      : `“${path}”, which the setting gantry.compose.path names, is no Compose CLI that can be run.`;
  const pressed = await ui.notify({
    severity: 'warning',
    text,
    actions: path === '' ? [install, set] : [set, install],
  });
  if (pressed === install) await ui.openExternal(guide);
  if (pressed === set) await ui.run('workbench.action.openSettings', 'gantry.compose.path');
}

/** Labels can say anything: what is run from outside the workspace is shown first. */
async function confirmForeign(
  { ui }: CommandContext,
  { project, foreign }: { readonly project: OpenProject; readonly foreign: readonly string[] },
): Promise<boolean> {
  return await ui.confirm({
    message: `Use a compose file outside of this workspace for ${project.name}?`,
    detail: `Its containers say that it was made from:\n${foreign.join('\n')}`,
    action: 'Use it',
  });
}
