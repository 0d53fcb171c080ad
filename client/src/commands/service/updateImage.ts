import { parseReference, referenceProblem } from '../../registry/reference.ts';
import { defineCommand } from '../command.ts';

export const updateServiceImage = defineCommand({
  id: 'gantry.service.updateImage',
  title: 'Update image…',
  icon: 'cloud-upload',
  on: 'service',
  many: false,
  placement: { menu: '1_run@2', hiddenInPalette: true },
  async run({ details, engine, services, ui }, [service]) {
    if (!service) return;
    const text = await ui.input({
      title: `Image of ${service.name}`,
      prompt: 'Its tasks are replaced one after the other, as the service’s update settings say',
      value: service.image,
      validate: (typed) => referenceProblem(typed.trim()),
    });
    if (text === undefined) return;
    const image = text.trim();
    const { credentials } = await services.findCredentials(parseReference(image).host);
    await ui.progress({ title: `Updating ${service.name} to ${image}`, cancellable: false, where: 'window' }, () =>
      engine.swarm.updateImage(service.id, image, credentials),
    );
    details.forget(({ about }) => about === 'swarm' || about === 'tasks');
  },
});
