import type { Endpoint } from '../engine/engine.ts';
import { isOldCompose, type ComposeCli } from './cli.ts';

/** What the Compose CLI is to work on. All paths are absolute. */
export interface ComposeProject {
  readonly name: string;
  readonly directory: string;
  /** In the order in which they are merged; empty where Compose is to find them in the directory by itself. */
  readonly files: readonly string[];
  readonly envFiles: readonly string[];
  /** Tells Compose the name too, as no file does. */
  readonly named: boolean;
}

export interface ComposeCall {
  readonly cli: ComposeCli;
  readonly project: ComposeProject;
  readonly endpoint: Endpoint;
  readonly profiles?: readonly string[];
  /** The command with its options: `up`, `--detach`. */
  readonly command: readonly string[];
  readonly services?: readonly string[];
}

/** A program and what it is given: never a line for a shell, as names come from files. */
export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Beyond the environment of the extension. */
  readonly env: Readonly<Record<string, string>>;
}

/** How to call the CLI so that it talks to the engine that Gantry talks to. */
export function composeCommandLine(call: ComposeCall): CommandLine {
  const { cli, project, endpoint, profiles = [], command, services = [] } = call;
  const context = endpoint.context === 'default' ? undefined : endpoint.context;
  return {
    program: cli.program,
    args: [
      ...cli.prefix,
      ...(context !== undefined && isOldCompose(cli) ? [`--context=${context}`] : []),
      ...project.files.flatMap((file) => ['--file', file]),
      ...(project.named ? ['--project-name', project.name] : []),
      ...project.envFiles.flatMap((file) => ['--env-file', file]),
      ...profiles.map((profile) => `--profile=${profile}`),
      ...command,
      // A service may be called as an option is.
      ...(services.some((service) => service.startsWith('-')) ? ['--'] : []),
      ...services,
    ],
    cwd: project.directory,
    env: { ...engineEnvironment(endpoint) },
  };
}

/** The Docker CLI's variables for an endpoint; an empty one counts as not set. */
function engineEnvironment({ host, context }: Endpoint): Record<string, string> {
  if (context !== 'default') return { DOCKER_HOST: '', DOCKER_CONTEXT: context };
  // TLS is for TCP only, as in our own connections: a socket would be spoken to in TLS else.
  const plain = host.startsWith('tcp:') ? {} : { DOCKER_TLS_VERIFY: '', DOCKER_TLS: '' };
  return { DOCKER_HOST: host, DOCKER_CONTEXT: '', ...plain };
}
