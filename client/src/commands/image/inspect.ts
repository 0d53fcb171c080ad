import { defineCommand } from '../command.ts';
import { imageName, imageReference } from '../names.ts';

export const inspectImage = defineCommand({
  id: 'gantry.image.inspect',
  title: 'Inspect',
  icon: 'json',
  on: 'image',
  many: false,
  placement: { menu: '2_look@1' },
  async run({ engine, ui }, [target]) {
    if (!target) return;
    const record = await engine.images.inspect(imageReference(target));
    await ui.showDocument({ name: `${imageName(target)}.json`, text: `${JSON.stringify(record, null, 2)}\n` });
  },
});
