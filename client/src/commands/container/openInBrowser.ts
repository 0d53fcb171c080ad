import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { addresses } from './address.ts';

export const openContainerInBrowser = defineCommand({
  id: 'gantry.container.openInBrowser',
  title: 'Open in browser',
  icon: 'globe',
  on: 'container',
  many: false,
  when: ['published'],
  placement: { menu: '2_look@3' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const found = addresses(container, await engine.endpoint());
    const name = containerName(container);
    if (found.length === 0) {
      await ui.notify({ severity: 'info', text: `${name} publishes no TCP port, so there is nothing to open.` });
      return;
    }
    const [only] = found;
    const url =
      found.length === 1 && only
        ? only.url
        : await ui.pick({
            title: `Open ${name} in the browser`,
            choices: found.map(({ url, port }) => ({
              label: url,
              description: `port ${port.containerPort} of the container`,
              icon: 'globe',
              value: url,
            })),
          });
    if (url !== undefined) await ui.openExternal(url);
  },
});
