import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { inputOf } from './attach.ts';
import { startInTerminal } from './startInTerminal.ts';

export const startAttached = defineCommand({
  id: 'gantry.container.startAttached',
  title: 'Start and attach',
  icon: 'debug-start',
  on: 'container',
  many: false,
  when: ['created', 'exited'],
  placement: { menu: '1_run@2' },
  async run(context, [container]) {
    if (!container) return;
    const { containers } = context.engine;
    startInTerminal(context, {
      id: container.id,
      name: containerName(container),
      ...inputOf(await containers.inspect(container.id)),
      endsWithTab: false,
      start: () => containers.start(container.id),
    });
  },
});
