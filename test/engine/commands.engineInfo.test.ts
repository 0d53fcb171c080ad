import { expect } from 'vitest';
import { showEngineInfo } from '../../client/src/commands/engine/info.ts';
import { deskTest } from '../support/deskTest.ts';

const test = deskTest('engine-info');

test('version and info come as one document, with how the engine was found', async ({ real, desk }) => {
  await desk.use(showEngineInfo);
  const [document] = desk.ui.documents;
  expect(document?.name).toBe('engine.json');
  const { version } = await real.engine.version();
  expect(JSON.parse(document?.text ?? '')).toMatchObject({
    endpoint: { host: real.host, source: 'setting', tls: false },
    version: { Version: version },
    info: { ServerVersion: version, Containers: expect.any(Number), Driver: expect.any(String) },
  });
});
