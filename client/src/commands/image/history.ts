import { defineCommand } from '../command.ts';
import { imageName, imageReference } from '../names.ts';
import { formatHistory } from './historyText.ts';

export const showImageHistory = defineCommand({
  id: 'gantry.image.history',
  title: 'History',
  icon: 'history',
  on: 'image',
  many: false,
  placement: { menu: '2_look@2' },
  async run({ engine, ui }, [target]) {
    if (!target) return;
    const name = imageName(target);
    const layers = await engine.images.history(imageReference(target));
    const text = formatHistory(layers, { name, id: target.image.id, now: Date.now() });
    await ui.showDocument({ name: `${name} history.txt`, text });
  },
});
