import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand } from '../command.ts';

/** What `docker version` and `docker info` tell, and how the engine was found. */
export const showEngineInfo = defineCommand({
  id: 'gantry.engine.info',
  title: 'Show engine info',
  icon: 'info',
  placement: { title: { views: viewIds, group: '9_engine@6' } },
  async run({ engine, ui }) {
    const { tls, ...endpoint } = await engine.endpoint();
    const { apiVersion } = await engine.version();
    const { version, info } = await engine.system.info();
    const found = { ...endpoint, tls: tls !== undefined, spokenApiVersion: apiVersion };
    const text = `${JSON.stringify({ endpoint: found, version, info }, null, 2)}\n`;
    await ui.showDocument({ name: 'engine.json', text });
  },
});
