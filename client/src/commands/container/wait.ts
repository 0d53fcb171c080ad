import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';

export const waitForEnd = defineCommand({
  id: 'gantry.container.wait',
  title: 'Wait for its end',
  icon: 'watch',
  on: 'container',
  many: true,
  when: ['running', 'paused', 'restarting'],
  placement: { menu: '1_run@6' },
  async run({ engine, ui }, containers) {
    const names = formatNames(containers.map(containerName));
    const ends = await ui.progress({ title: `Waiting for the end of ${names}`, cancellable: true }, (report, signal) =>
      Promise.all(
        containers.map(async (container) => {
          const code = await engine.containers.wait(container.id, signal);
          const text = `${containerName(container)} ended with exit code ${code}.`;
          report({ message: text, increment: 100 / containers.length });
          return { code, text };
        }),
      ),
    );
    const failed = ends.some(({ code }) => code !== 0);
    await ui.notify({ severity: failed ? 'warning' : 'info', text: ends.map(({ text }) => text).join(' ') });
  },
});
