import { defineCommand } from '../command.ts';

const command = 'sudo usermod -aG docker "$USER"';

export const howToJoin = defineCommand({
  id: 'gantry.engine.howToJoin',
  title: 'How to get access to the container engine',
  placement: {},
  async run({ store, ui }) {
    const { state } = store;
    const host = state.kind === 'unreachable' ? state.endpoint?.host : undefined;
    const socket = host?.startsWith('unix://') === true ? ` (${host.slice('unix://'.length)})` : '';
    const copy = 'Copy command';
    const pressed = await ui.notify({
      severity: 'info',
      text:
        `The engine’s socket${socket} is open to another user or group only. If it belongs to the group docker, ` +
        `join it with “${command}”, then log in again (for a remote window: restart its server). ` +
        'Members of that group can do as root does.',
      actions: [copy],
    });
    if (pressed === copy) await ui.copy(command);
  },
});
