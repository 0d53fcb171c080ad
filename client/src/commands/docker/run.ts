import type { CreateContainerOptions } from '../../engine/engine.ts';
import { looksSecret } from '../../../../server/src/protocol/secrets.ts';
import { nameOf } from '../variables.ts';
import type { DockerCommand } from './copy.ts';
import { runCommands, type RunOptions } from './runWords.ts';

/** `docker run` of a container like this. What looks like a secret stands without its value at first. */
export function runCommand(
  title: string,
  options: CreateContainerOptions,
  { how }: Pick<RunOptions, 'how'>,
): DockerCommand {
  const secret = (options.env ?? []).filter((variable) => looksSecret(nameOf(variable), valueOf(variable)));
  const hidden = new Set(secret);
  const complete = { title, ...runCommands(options, { how }) };
  if (secret.length === 0) return complete;
  const env = (variable: string): string => (hidden.has(variable) ? nameOf(variable) : variable);
  return { title, ...runCommands(options, { how, env }), withheld: secret.map(nameOf), complete };
}

function valueOf(variable: string): string {
  return variable.slice(nameOf(variable).length + 1);
}
