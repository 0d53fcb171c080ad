import type { CommandContext } from '../command.ts';
import type { Field } from '../form.ts';
import { copyCommand, type DockerCommand } from './copy.ts';

/** A line of a form that copies what the form says as a docker command; the form stays. */
export function copyField(context: CommandContext, command: () => DockerCommand | Promise<DockerCommand>): Field {
  return {
    label: 'Copy as docker command',
    value: 'the same for a terminal',
    icon: 'terminal',
    edit: async () => await copyCommand(context, await command()),
  };
}
