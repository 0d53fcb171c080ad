import { EngineError } from '../../engine/error.ts';
import { defineCommand } from '../command.ts';

export const openMountSource = defineCommand({
  id: 'gantry.mount.openSource',
  title: 'Open source',
  icon: 'go-to-file',
  on: 'mount',
  many: false,
  when: ['bind'],
  placement: { inline: 1, menu: '1_look@1', hiddenInPalette: true },
  async run({ engine, services }, [target]) {
    if (!target) return;
    const { host } = await engine.endpoint();
    const { source } = target.mount;
    if (!/^(unix|npipe):/.test(host))
      throw new EngineError('not-found', `${source} is a path of the engine’s machine, ${host}, and not of this one.`);
    await services.showPath(source);
  },
});
