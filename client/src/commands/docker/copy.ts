import type { Endpoint } from '../../engine/engine.ts';
import { formatNames } from '../../ui/format.ts';
import type { CommandContext } from '../command.ts';
import { quoteWords, shellOf } from './quote.ts';

/** Something that can be done, as the docker commands that do the same; their words, without `docker`. */
export interface DockerCommand {
  readonly title: string;
  readonly commands: readonly (readonly string[])[];
  /** What the commands do not say, by the engine's names. */
  readonly left?: readonly string[];
  /** Variables that stand without their values, because these look like secrets; the same with them. */
  readonly withheld?: readonly string[];
  readonly complete?: DockerCommand;
}

/** Lets one be chosen of several things that can be done, and copies it. */
export async function copyOneOf(
  context: CommandContext,
  { title, commands }: { title: string; commands: readonly DockerCommand[] },
): Promise<void> {
  const { engine, ui } = context;
  const prefix = dockerWords(await engine.endpoint());
  const picked = await ui.pick<DockerCommand>({
    title,
    placeholder: 'Which one? It is copied, not run',
    choices: commands.map((command) => ({
      label: command.title,
      description: shorten(lines(prefix, command)),
      icon: 'terminal',
      value: command,
    })),
  });
  if (picked) await copyCommand(context, picked);
}

/** Copies commands as text for a shell, and says what is not in it. */
export async function copyCommand(context: CommandContext, command: DockerCommand): Promise<void> {
  const { engine, ui } = context;
  const { left = [], withheld = [], complete } = command;
  await ui.copy(lines(dockerWords(await engine.endpoint()), command));
  const [more] = ['Copy with the values'] as const;
  const secrets =
    withheld.length === 0
      ? []
      : [
          `${formatNames(withheld)} without ${withheld.length === 1 ? 'its value' : 'their values'}: these come from your shell’s environment.`,
        ];
  const unsaid = left.length === 0 ? [] : [`docker run has no option for ${formatNames(left, 5)}.`];
  const pressed = await ui.notify({
    severity: unsaid.length === 0 ? 'info' : 'warning',
    text: ['Copied.', ...secrets, ...unsaid].join(' '),
    actions: complete ? [more] : [],
  });
  if (pressed === more && complete) await copyCommand(context, complete);
}

function lines(prefix: readonly string[], { commands }: DockerCommand): string {
  const shell = shellOf(process.platform);
  return commands.map((words) => quoteWords([...prefix, ...words], shell)).join('\n');
}

/** The program with the engine that is meant, where a shell would not find the same by itself. */
function dockerWords({ source, context, host }: Endpoint): string[] {
  if (source !== 'setting' && source !== 'probe') return ['docker'];
  return context === 'default' || context === '' ? ['docker', '--host', host] : ['docker', '--context', context];
}

const longest = 100;

function shorten(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > longest ? `${first.slice(0, longest)}…` : first;
}
