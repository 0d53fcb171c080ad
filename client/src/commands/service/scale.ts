import { defineCommand } from '../command.ts';

export const scaleService = defineCommand({
  id: 'gantry.service.scale',
  title: 'Scale…',
  icon: 'unfold',
  on: 'service',
  many: false,
  when: ['replicated'],
  placement: { inline: 1, menu: '1_run@1', hiddenInPalette: true },
  async run({ details, engine, ui }, [service]) {
    if (!service) return;
    const text = await ui.input({
      title: `How many tasks of ${service.name}`,
      prompt: `${service.running} of ${service.desired} run now. 0 stops all and keeps the service.`,
      value: String(service.replicas ?? service.desired),
      validate: (typed) => (/^\d{1,5}$/.test(typed.trim()) ? undefined : 'A whole number, 0 or more.'),
    });
    if (text === undefined) return;
    const replicas = Number(text.trim());
    await ui.progress({ title: `Scaling ${service.name} to ${replicas}`, cancellable: false, where: 'window' }, () =>
      engine.swarm.scale(service.id, replicas),
    );
    details.forget(({ about }) => about === 'swarm' || about === 'tasks');
  },
});
