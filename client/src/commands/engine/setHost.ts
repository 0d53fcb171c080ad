import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand } from '../command.ts';

export const setEngineHost = defineCommand({
  id: 'gantry.engine.setHost',
  title: 'Set engine address…',
  placement: { title: { views: viewIds, group: '9_engine@3' } },
  async run({ services, ui }) {
    const host = await ui.input({
      title: 'Address of the container engine',
      prompt: 'Empty: as the Docker CLI finds it',
      placeholder: 'unix:///path/to/docker.sock',
      value: services.setting('gantry.engine.host'),
      validate,
    });
    if (host !== undefined) await services.updateSetting('gantry.engine.host', host.trim());
  },
});

function validate(value: string): string | undefined {
  const host = value.trim();
  if (host === '' || /^unix:\/\/\/.|^npipe:\/\/\/\/\.\/pipe\/.|^tcp:\/\/[^/\s]+$/.test(host)) return undefined;
  if (host.startsWith('ssh://')) return 'Addresses over SSH are not supported yet: forward the socket, or use TLS.';
  return 'An address looks like unix:///path/to/docker.sock, npipe:////./pipe/docker_engine or tcp://host:2376';
}
