import type { Container } from '../../engine/model.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { copyOneOf, type DockerCommand } from './copy.ts';
import { runCommand } from './run.ts';

export const copyContainerCommand = defineCommand({
  id: 'gantry.container.copyCommand',
  title: 'Copy as docker command…',
  icon: 'terminal',
  on: 'container',
  many: true,
  placement: { menu: '5_copy@4' },
  async run(context, containers) {
    const definitions = await Promise.all(containers.map(({ id }) => context.engine.containers.definition(id)));
    const made = definitions.map((definition) => runCommand('Run one like it', definition, { how: 'detached' }));
    const [only] = made;
    const run: DockerCommand[] =
      made.length === 1 && only
        ? [only]
        : [
            {
              title: 'Run such ones',
              commands: made.flatMap(({ commands }) => commands),
              left: made.flatMap(({ left = [] }) => left),
              withheld: made.flatMap(({ withheld = [] }) => withheld),
            },
          ];
    const title = containers.length === 1 ? `Docker commands for ${names(containers)[0] ?? ''}` : 'Docker commands';
    await copyOneOf(context, { title, commands: [...run, ...operations(containers)] });
  },
});

function names(containers: readonly Container[]): string[] {
  return containers.map(containerName);
}

/** What the CLI does with a container that is there. */
function operations(containers: readonly Container[]): DockerCommand[] {
  const all = names(containers);
  const [name = ''] = all;
  const on = (title: string, ...words: readonly string[]): DockerCommand => ({ title, commands: [[...words, ...all]] });
  const many = [
    on('Start', 'start'),
    on('Stop', 'stop'),
    on('Restart', 'restart'),
    on('Pause', 'pause'),
    on('Unpause', 'unpause'),
    on('Kill', 'kill'),
    on('Wait for its end', 'wait'),
    on('Inspect', 'inspect'),
    on('Resources', 'stats'),
    on('Remove', 'rm'),
  ];
  if (containers.length > 1) return many;
  const one = (title: string, ...words: readonly string[]): DockerCommand => ({ title, commands: [words] });
  return [
    one('Follow its log', 'logs', '--follow', '--tail', '100', name),
    one('Open a shell', 'exec', '--interactive', '--tty', name, 'sh'),
    one('Start and attach', 'start', '--attach', '--interactive', name),
    one('Attach', 'attach', name),
    ...many,
    one('Processes', 'top', name),
    one('Changed files', 'diff', name),
    one('Ports', 'port', name),
    one('Copy from it', 'cp', `${name}:/path`, '.'),
    one('Copy to it', 'cp', './path', `${name}:/path`),
    one('Make an image of it', 'commit', name, `${name}:committed`.toLowerCase()),
    one('Export its files', 'export', '--output', `${name}.tar`, name),
  ];
}
