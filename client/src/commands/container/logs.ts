import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { followLogs } from './followLogs.ts';

export const showContainerLogs = defineCommand({
  id: 'gantry.container.logs',
  title: 'Show logs',
  icon: 'output',
  on: 'container',
  many: true,
  placement: { inline: 3, menu: '2_look@1' },
  async run({ engine, store, services, ui }, containers) {
    const names = containers.map(containerName);
    const stop = new AbortController();
    const document = await ui.openStream({
      name: `${formatNames(names, 2)}.log`,
      id: `logs ${containers.map(({ id }) => id).join(' ')}`,
      onClose: () => stop.abort(),
    });
    const width = Math.max(...names.map(({ length }) => length));
    const follow = containers.map((container) => {
      const prefix = containers.length > 1 ? `${containerName(container).padEnd(width)} | ` : '';
      return followLogs({
        engine,
        store,
        container,
        tail: services.setting('gantry.logs.tail'),
        timestamps: services.setting('gantry.logs.timestamps'),
        write: (lines) => document.append(lines.map((line) => `${prefix}${line}\n`).join('')),
        signal: stop.signal,
      });
    });
    // The command has done its part when the document is open; the stream goes on until it is closed.
    void Promise.allSettled(follow).then((ends) => {
      for (const end of ends) if (end.status === 'rejected') ui.log.error('Following logs failed', end.reason);
      document.dispose();
    });
  },
});
