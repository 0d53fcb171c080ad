import { stat } from 'node:fs/promises';
import { defineCommand } from '../command.ts';

const guide = 'https://docs.docker.com/engine/install/';

export const howToStart = defineCommand({
  id: 'gantry.engine.howToStart',
  title: 'How to start the container engine',
  placement: {},
  async run({ ui }) {
    const { text, command } = startHint(process.platform, {
      isContainer: await exists('/.dockerenv'),
      hasSystemd: await exists('/run/systemd/system'),
    });
    const copy = 'Copy command';
    const install = 'Installation guide';
    const pressed = await ui.notify({
      severity: 'info',
      text,
      actions: command === undefined ? [install] : [copy, install],
    });
    if (pressed === copy && command !== undefined) await ui.copy(command);
    if (pressed === install) await ui.openExternal(guide);
  },
});

/** What to do so that an engine runs on the machine of the extension, and the command for it where there is one. */
export function startHint(
  platform: NodeJS.Platform,
  machine: { readonly isContainer: boolean; readonly hasSystemd: boolean },
): { readonly text: string; readonly command?: string } {
  if (platform !== 'linux')
    return { text: 'Start Docker Desktop (or OrbStack, Colima, Rancher Desktop, Podman) and wait until it runs.' };
  if (machine.isContainer) {
    const command = '--volume /var/run/docker.sock:/var/run/docker.sock';
    return { text: `This is a container itself. Let it use the engine outside: start it with “${command}”.`, command };
  }
  const command = machine.hasSystemd ? 'sudo systemctl start docker' : 'sudo service docker start';
  return { text: `If Docker is installed, start it with “${command}”.`, command };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
