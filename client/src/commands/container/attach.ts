import type { TerminalSession, TerminalSize } from '../../engine/engine.ts';
import { sessionTerminal } from '../../terminal/session.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';

export const attachToContainer = defineCommand({
  id: 'gantry.container.attach',
  title: 'Attach to main process',
  icon: 'plug',
  on: 'container',
  many: false,
  when: ['running'],
  placement: { menu: '3_terminal@3' },
  async run({ engine, services, ui }, [container]) {
    if (!container) return;
    const name = containerName(container);
    const { tty, openInput } = inputOf(await engine.containers.inspect(container.id));
    const detachKeys = services.setting('gantry.terminal.detachKeys');
    ui.openTerminal(
      sessionTerminal({
        name: `${name} (attached)`,
        icon: 'plug',
        greeting: greeting({ name, tty, openInput, detachKeys }),
        attempts: [
          async (size) => {
            const session = await engine.containers.attach(container.id, { detachKeys });
            if (tty && size) await redraw(session, size);
            return session;
          },
        ],
        missing: `${name} could not be attached to.`,
        tty,
        readOnly: !openInput,
        ended: (exitCode) =>
          exitCode === undefined ? `Detached. ${name} runs on.` : `${name} ended with exit code ${exitCode}.`,
      }),
    );
  },
});

/** A program draws its screen anew when the size changes; the same size again would be no change. */
async function redraw(session: TerminalSession, size: TerminalSize): Promise<void> {
  await session.resize({ ...size, rows: size.rows + 1 });
  await session.resize(size);
}

interface Attached {
  readonly name: string;
  readonly tty: boolean;
  readonly openInput: boolean;
  readonly detachKeys: string;
}

function greeting({ name, tty, openInput, detachKeys }: Attached): string {
  if (!openInput)
    return `Attached to ${name}, output only: it was started without an open input. Close this tab to detach.`;
  if (!tty) return `Attached to ${name}. What you type is sent line by line. Ctrl+C detaches; ${name} runs on.`;
  return `Attached to ${name}. ${keyNames(detachKeys)} detaches, Ctrl+C goes to the process.`;
}

/** `ctrl-x,ctrl-d` as it stands on keys: `Ctrl+X, Ctrl+D`. */
function keyNames(keys: string): string {
  return keys
    .split(',')
    .map((key) => key.trim().replace(/^ctrl-(.)$/iu, (_all, letter: string) => `Ctrl+${letter.toUpperCase()}`))
    .join(', ');
}

/** What `inspect` says of a container's input. */
export function inputOf(record: Readonly<Record<string, unknown>>): { tty: boolean; openInput: boolean } {
  const config = record['Config'];
  if (typeof config !== 'object' || config === null) return { tty: false, openInput: false };
  const { Tty, OpenStdin } = config as { Tty?: unknown; OpenStdin?: unknown };
  return { tty: Tty === true, openInput: OpenStdin === true };
}
