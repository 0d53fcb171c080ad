import { sessionTerminal } from '../../terminal/session.ts';
import type { CommandContext } from '../command.ts';
import { hangUp } from './shell.ts';

export interface Starting {
  readonly id: string;
  /** For messages and the tab. */
  readonly name: string;
  readonly tty: boolean;
  /** Its input is open; else the terminal shows its output only. */
  readonly openInput: boolean;
  /** The tab's end ends the process too, as it was started for this tab. */
  readonly endsWithTab: boolean;
  readonly start: () => Promise<void>;
}

/** Opens a terminal on a container's process and starts it then, so that nothing of its output is missed. */
export function startInTerminal({ engine, services, ui }: CommandContext, starting: Starting): void {
  const { id, name, tty, openInput, endsWithTab, start } = starting;
  const detachKeys = services.setting('gantry.terminal.detachKeys');
  ui.openTerminal(
    sessionTerminal({
      name,
      icon: 'terminal',
      attempts: [
        async (size) => {
          const session = await engine.containers.attach(id, { detachKeys, ...(size ? { size } : {}) });
          try {
            await start();
          } catch (error) {
            session.close();
            throw error;
          }
          // Before it was started it had no terminal whose size could be set.
          if (size && tty) void session.resize(size).catch(() => {});
          return session;
        },
      ],
      missing: `${name} could not start its command.`,
      tty,
      readOnly: !openInput,
      ...(endsWithTab ? { hangUp } : {}),
      ended: (exitCode) =>
        exitCode === undefined ? `Detached. ${name} runs on.` : `${name} ended with exit code ${exitCode}.`,
    }),
  );
}
