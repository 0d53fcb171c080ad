import type { Engine, ExecOptions } from '../../engine/engine.ts';
import type { Container } from '../../engine/model.ts';
import { sessionTerminal } from '../../terminal/session.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { containerName } from '../names.ts';

/** What a terminal program may use; Docker's own default is a plain `xterm`. */
export const terminalType = 'TERM=xterm-256color';
/** Closing a tab ends what runs in it, as in any terminal: Ctrl+C for the program, Ctrl+D for the shell around it. */
export const hangUp = ['\u0003', '\u0004', '\u0004'];

export const openShell = defineCommand({
  id: 'gantry.container.openShell',
  title: 'Open shell',
  icon: 'terminal',
  on: 'container',
  many: true,
  when: ['running'],
  placement: { inline: 4, menu: '3_terminal@1' },
  async run(context, containers) {
    for (const container of containers) openShellIn(context, container);
  },
});

/** A terminal tab with the container's bash, or its sh where there is no bash. */
export function openShellIn({ engine, ui }: Pick<CommandContext, 'engine' | 'ui'>, container: Container): void {
  const name = containerName(container);
  ui.openTerminal(
    sessionTerminal({
      name,
      icon: 'terminal',
      attempts: [['bash'], ['sh']].map((command) => execIn(engine, container, { command })),
      missing: `${name} has neither bash nor sh. “Execute command…” runs a program that it has.`,
      tty: true,
      hangUp,
      // `exit` ends with the code of the last command, which is nothing to be told of.
      ended: () => undefined,
    }),
  );
}

/** Starts a command in the container, with a terminal of the tab's size. */
export function execIn(
  engine: Engine,
  { id }: Container,
  options: Omit<ExecOptions, 'terminal' | 'size'>,
): (size: ExecOptions['size']) => ReturnType<Engine['containers']['exec']> {
  return (size) =>
    engine.containers.exec(id, {
      ...options,
      env: [terminalType, ...(options.env ?? [])],
      terminal: true,
      ...(size ? { size } : {}),
    });
}
